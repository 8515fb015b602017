import type { Say } from './language.js';

const patterns: readonly (readonly [RegExp, string])[] = [
  [/^error: unknown command '(.*)'$/m, 'Không có lệnh «$1».'],
  [/^error: unknown option '(.*)'$/m, 'Không có tuỳ chọn «$1».'],
  [/^error: missing required argument '(.*)'$/m, 'Thiếu tham số «$1».'],
  [/^error: required option '(.*)' not specified$/m, 'Thiếu tuỳ chọn bắt buộc «$1».'],
  [/^error: option '(.*)' argument missing$/m, 'Tuỳ chọn «$1» thiếu giá trị.'],
  [/^error: too many arguments.* Expected (\d+) .* got (\d+).*$/m, 'Thừa tham số: cần $1, đã ghi $2.'],
  [/^\(Did you mean one of (.*)\?\)$/m, '(Có phải là một trong: $1?)'],
  [/^\(Did you mean (.*)\?\)$/m, '(Có phải là $1?)'],
];

/** What commander says of a command typed wrongly, in the language of whoever typed it; what is not known here as it is. */
export const typedWrongly = (text: string, say: Say): string =>
  say(
    patterns.reduce((said, [pattern, words]) => said.replace(pattern, words), text),
    text,
  );

import { InvalidArgumentError } from 'commander';
import type { Context } from '../context.js';
import { classIdOf, unitIdOf, userIdOf } from '../found.js';
import { contentOf } from '../input-file.js';
import { instantOf, listOf, numberOf } from '../options.js';
import type { Asked } from './asked.js';

type Optional<Value> = Asked<Value, false>;
type Of<Value> = (flags: string, vi: string, en: string) => Optional<Value>;

export const kind =
  <Value>(take: (context: Context, typed: string) => Value | Promise<Value>): Of<Value> =>
  (flags, vi, en) => ({
    flags,
    about: [vi, en],
    must: false,
    // Given twice, the last one counts, as everywhere.
    take: (context, typed) => take(context, typed.at(-1) ?? ''),
  });

export const text = kind((_, typed) => typed);
export const number = kind(({ say }, typed) => numberOf(say)(typed));
export const instant = kind(({ say }, typed) => instantOf(say)(typed));
export const file = text;
export const unit = kind(unitIdOf);
export const person = kind(userIdOf);
export const schoolClass = kind(classIdOf);
/** A JSON object in a file, `-` for the input; what it must hold, the server says. */
export const content = kind(contentOf);
/** Empty takes away what was there. */
export const orNothing = kind((_, typed) => (typed === '' ? null : typed));

/** A spreadsheet to be written; its name says which. */
export const sheet = kind(({ say }, typed) => {
  const type = (['xlsx', 'csv'] as const).find((one) => typed.toLowerCase().endsWith(`.${one}`));
  if (type !== undefined) return { file: typed, type };
  throw new InvalidArgumentError(
    say('Tên tệp phải kết thúc bằng .xlsx hoặc .csv.', 'The name of the file has to end in .xlsx or .csv.'),
  );
});

export const flag = (flags: string, vi: string, en: string): Optional<true> => ({
  flags,
  about: [vi, en],
  must: false,
  take: () => true,
});

/** Given several times, or separated by commas. */
export const list: Of<string[]> = (flags, vi, en) => ({
  flags,
  about: [vi, en],
  must: false,
  take: (_, typed) => typed.flatMap((one) => listOf(one)),
});

/** Several, all that follow on the command line. */
export const several = <Value>(one: Asked<Value>): Optional<Value[]> => ({
  ...one,
  must: false,
  many: true,
  take: async (context, typed) => {
    const values: Value[] = [];
    for (const single of typed) values.push(await one.take(context, [single]));
    return values;
  },
});

export const oneOf = <const Word extends string>(flags: string, words: readonly Word[]): Optional<Word> => ({
  flags,
  about: [words.join(', '), words.join(', ')],
  must: false,
  take: ({ say }, typed) => {
    const word = words.find((one) => one === typed.at(-1));
    if (word !== undefined) return word;
    throw new InvalidArgumentError(say(`Một trong: ${words.join(', ')}.`, `One of: ${words.join(', ')}.`));
  },
});

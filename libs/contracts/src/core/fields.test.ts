import { Phone, Text, TextsOf, UserName } from './fields.js';
import { validated } from './validate.js';

class Written {
  @Text({ max: 40, optional: true }) line?: string;
  @Text({ max: 40, multiline: true, optional: true }) lines?: string;
  @TextsOf({ max: 3, each: 40, optional: true }) list?: string[];
  @Phone({ optional: true }) phone?: string;
  @UserName({ optional: true }) userName?: string;
}
const taken = (written: Record<string, unknown>) => ({ ...validated(Written, written) });

describe('what is pasted is taken as it is seen', () => {
  test.each([
    ['a tab of a spreadsheet', { line: 'Giao ban\ttháng' }, { line: 'Giao ban tháng' }],
    ['a line break of Word', { line: 'Giao ban\vtháng' }, { line: 'Giao ban tháng' }],
    [
      'one among lines',
      { lines: 'Lãnh đạo sở\vKế toán\u2028\tKhách' },
      { lines: 'Lãnh đạo sở\nKế toán\n\tKhách' },
    ],
    ['marks around a number', { phone: '\u202A0912 345 678\u202C' }, { phone: '0912 345 678' }],
    ['a zero-width space', { userName: 'quan-tri\u200B' }, { userName: 'quan-tri' }],
    ['a soft hyphen and a byte order mark', { line: '\uFEFFThông\u00AD báo' }, { line: 'Thông báo' }],
    ['text that would run backwards', { line: 'Sở \u202EDG' }, { line: 'Sở DG' }],
    ['joiners, which stay in an emoji', { line: 'Lớp\u200D 👩‍🏫' }, { line: 'Lớp 👩‍🏫' }],
    ['the items of a list', { list: [' Như trên;\tVP '.normalize('NFD')] }, { list: ['Như trên; VP'] }],
  ])('%s', (_, written, expected) => {
    expect(taken(written)).toEqual(expected);
  });

  test('what has nothing to be seen is empty', () => {
    expect(() => taken({ line: '\u200B\u2060 \u00A0' })).toThrow('common.invalid');
  });
});

test.each(['a\u0000b', 'a\nb', 'a\u0007b', '\uD800'])('%j is no line', (line) => {
  expect(() => taken({ line })).toThrow('common.invalid');
});

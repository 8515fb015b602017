import { findHeader } from './header.js';
import { nameFields } from './name-fields.js';
import { phone } from './parsers.js';
import { birthDate, personCode, unitCode } from './people-fields.js';

const words = { vi: 'Điện thoại', en: 'Phone' };
const fields = [
  ...nameFields,
  personCode({ vi: 'Mã học sinh', en: 'Student code' }, 'HS1', []),
  unitCode({ vi: 'Mã trường', en: 'School code' }, 'thpt-1', ['Trường']),
  birthDate,
  { name: 'phone', title: words, note: words, example: '', required: false, aliases: [], parse: phone },
];
type Cells = readonly string[];

/** Which columns are known, and how many rows the header has; rows are counted from the first line of the sheet. */
function understood(...lines: readonly Cells[]) {
  const rows = lines.flatMap((cells, i) => (cells.length > 0 ? [{ number: i + 1, cells, doubts: [] }] : []));
  const found = findHeader(rows, fields);
  return found && { rows: found.index + 1, columns: Object.fromEntries(found.mapping) };
}
const person: Cells = ['1', 'HS1', 'Nguyễn Văn', 'An', 'thpt-1'];
const inParts = { code: 1, familyName: 2, givenName: 3, unitCode: 4 };

test.each<[string, readonly Cells[], number]>([
  [
    '«Họ và tên» merged over its halves',
    [
      ['STT', 'Mã học sinh', 'Họ và tên', '', 'Mã trường'],
      ['', '', 'Họ đệm', 'Tên'],
    ],
    2,
  ],
  [
    'merged cells that repeat what they say',
    [
      ['STT', 'Mã học sinh', 'Họ và tên', 'Họ và tên', 'Mã trường'],
      ['STT', 'Mã học sinh', 'Họ đệm', 'Tên', 'Mã trường'],
    ],
    2,
  ],
  [
    'columns below the names of their groups',
    [
      ['STT', 'Học sinh', '', '', 'Nơi học'],
      ['', 'Mã học sinh', 'Họ đệm', 'Tên', 'Trường'],
    ],
    2,
  ],
  [
    'three rows',
    [
      ['STT', 'Lý lịch', '', '', 'Mã trường'],
      ['', 'Mã học sinh', 'Họ và tên'],
      ['', '', 'Họ đệm', 'Tên'],
    ],
    3,
  ],
  [
    'titles above and the columns’ numbers below',
    [
      ['DANH SÁCH HỌC SINH'],
      ['STT', 'Mã học sinh', 'Họ và tên', '', 'Mã trường'],
      ['', '', 'Họ đệm', 'Tên'],
      ['(1)', '(2)', '(3)', '(4)', '(5)'],
    ],
    4,
  ],
  [
    'the numbers alone',
    [
      ['STT', 'Mã học sinh', 'Họ đệm', 'Tên', 'Mã trường'],
      ['A', '1', '2', '3', '4'],
    ],
    2,
  ],
])('a header with %s is read as one', (_, header, rows) => {
  expect(understood(...header, person)).toEqual({ rows, columns: inParts });
});

test.each<[string, readonly Cells[]]>([
  ['a person whose name is the name of a column', [['2', 'HS2', 'Họ', 'Tên', 'thpt-1']]],
  ['a person without a code', [['2', '', 'Trần Thị', 'Tên', 'thpt-1']]],
  ['a line apart', [[], ['', '', 'Họ đệm', 'Tên']]],
  ['a single figure', [['1']]],
])('%s is no part of the header', (_, below) => {
  const header = ['STT', 'Mã học sinh', 'Họ đệm', 'Tên', 'Mã trường'];
  expect(understood(header, ...below, person)).toEqual({ rows: 1, columns: inParts });
});

test('names and telephones of parents are not taken for those of the student', () => {
  const header = [
    ['STT', 'Mã học sinh', 'Cha', '', 'Học sinh', '', 'Mã trường'],
    ['', '', 'Họ và tên', 'Điện thoại', 'Họ và tên', 'Ngày sinh'],
  ];
  expect(understood(...header, ['1', 'HS1', 'Nguyễn Văn B', '0900000001', 'Nguyễn Văn An'])).toEqual({
    rows: 2,
    columns: { code: 1, fullName: 4, birthDate: 5, unitCode: 6 },
  });
});

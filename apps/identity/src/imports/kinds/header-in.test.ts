import { headerIn } from './header-in.js';
import { nameFields } from './name-fields.js';
import { personCode } from './people-fields.js';
import { readRow } from './read-row.js';

const fields = [...nameFields, personCode({ vi: 'Mã học sinh', en: 'Student code' }, 'HS1', [])];
type Cells = readonly string[];
const row = (number: number, cells: Cells) => ({ number, cells, doubts: [] });

/** Which field each column is, or why nobody can tell, and the name of the first person. */
function understood(header: Cells, ...people: readonly Cells[]) {
  const rows = [header, ...people].map((cells, i) => row(i + 1, cells));
  const begun = headerIn(rows, fields, null);
  if (!begun) throw new Error('there is no header');
  if (begun.fault) return begun.fault.code;
  const first = readRow(row(2, people[0] ?? []), fields, begun.mapping);
  return [begun.columns.map(({ field }) => field).join(), first.values['fullName'] ?? first.faults[0]?.code];
}

const split: Cells[] = [
  ['Nguyễn Văn', 'An', 'H1'],
  ['Trần Thị', 'Bình', 'H2'],
  ['Lê Hoàng', 'Nam', 'H3'],
];
const whole: Cells[] = [
  ['Nguyễn Văn An', '', 'H1'],
  ['Trần Thị Bình', '', 'H2'],
  ['Lê Hoàng Nam', '', 'H3'],
];

test.each<[string, Cells, readonly Cells[], string[]]>([
  [
    'two columns',
    ['Họ và tên đệm', 'Tên', 'Mã học sinh'],
    split,
    ['familyName,givenName,code', 'Nguyễn Văn An'],
  ],
  [
    'two, by shorter names',
    ['HỌ ĐỆM', 'TÊN', 'Mã học sinh'],
    split,
    ['familyName,givenName,code', 'Nguyễn Văn An'],
  ],
  [
    'three columns',
    ['Họ', 'Tên đệm', 'Tên', 'Mã học sinh'],
    [['NGUYỄN', 'văn', 'An', 'H1']],
    ['familyName,middleName,givenName,code', 'Nguyễn Văn An'],
  ],
  [
    'a merged header',
    ['Họ và tên', '', 'Mã học sinh'],
    split,
    ['familyName,givenName,code', 'Nguyễn Văn An'],
  ],
  [
    'a merged header at the end of the table',
    ['Mã học sinh', 'Họ và tên'],
    split.map(([family = '', given = '', code = '']) => [code, family, given]),
    ['code,familyName,givenName', 'Nguyễn Văn An'],
  ],
  [
    'a header merged over three',
    ['Họ tên', '', '', 'Mã học sinh'],
    [
      ['Nguyễn', 'Văn', 'An', 'H1'],
      ['Trần', 'Thị', 'Bình', 'H2'],
    ],
    ['familyName,middleName,givenName,code', 'Nguyễn Văn An'],
  ],
  ['one column of whole names', ['Họ và tên', '', 'Mã học sinh'], whole, ['fullName,,code', 'Nguyễn Văn An']],
  [
    'whole names beside the last word to sort by',
    ['Họ và tên', 'Tên', 'Mã học sinh'],
    [
      ['Nguyễn Văn An', 'An', 'H1'],
      ['Trần Thị Bình', 'Bình', 'H2'],
    ],
    ['fullName,,code', 'Nguyễn Văn An'],
  ],
  [
    'whole names beside a column without header that holds no names',
    ['Họ và tên', '', 'Mã học sinh'],
    whole.map((cells) => cells.with(1, '15/09/2010')),
    ['fullName,,code', 'Nguyễn Văn An'],
  ],
  ['«Tên» over whole names', ['Tên', '', 'Mã học sinh'], whole, ['fullName,,code', 'Nguyễn Văn An']],
])('names in %s are read whole', (_, header, people, expected) => {
  expect(understood(header, ...people)).toEqual(expected);
});

test.each<[string, Cells, readonly Cells[], string]>([
  ['«Tên» alone', ['Tên', 'Mã học sinh'], split.map((cells) => cells.slice(1)), 'imports.halfNames'],
  [
    '«Họ và tên» over single words',
    ['Họ và tên', 'Mã học sinh'],
    split.map((cells) => cells.slice(1)),
    'imports.halfNames',
  ],
  ['family names alone', ['Họ đệm', 'Khác', 'Mã học sinh'], split, 'imports.missingColumns'],
  [
    '«Họ và tên» beside «Tên» that it lacks',
    ['Họ và tên', 'Tên', 'Mã học sinh'],
    split,
    'imports.namesInTwoColumns',
  ],
  [
    'a column without header that is half empty',
    ['Họ và tên', '', 'Mã học sinh'],
    [...split, ['Phạm Văn', '', 'H4'], ['Vũ Thị', '', 'H5']],
    'imports.namesInTwoColumns',
  ],
  [
    'a column without header that may be the sex',
    ['Họ và tên', '', 'Mã học sinh'],
    whole.map((cells, i) => cells.with(1, i % 2 === 0 ? 'Nữ' : 'Nam')),
    'imports.namesInTwoColumns',
  ],
])('of %s somebody must say where the names are', (_, header, people, code) => {
  expect(understood(header, ...people)).toBe(code);
});

test('what was chosen by hand is not doubted', () => {
  const rows = [row(1, ['Tên', 'Mã học sinh']), row(2, ['An', 'H1'])];
  const chosen = [
    { column: 1, field: 'fullName' },
    { column: 2, field: 'code' },
  ];
  expect(headerIn(rows, fields, chosen)?.fault).toBeNull();
});

test('a half that is missing in one row is a fault of its cell', () => {
  const mapping = new Map([
    ['familyName', 0],
    ['givenName', 1],
    ['code', 2],
  ]);
  expect(readRow(row(2, ['Nguyễn Văn', '', 'H1']), fields, mapping)).toEqual({
    values: { code: 'H1' },
    faults: [{ field: 'givenName', code: 'required', details: ['Tên'] }],
  });
});

import type { FieldSpec } from './import-kind.js';
import { findHeader } from './header.js';

const field = (name: string, vi: string, ...aliases: string[]): FieldSpec => ({
  name,
  title: { vi, en: name },
  note: { vi: '', en: '' },
  example: '',
  required: true,
  aliases,
  parse: (value) => ({ value }),
});
const fields = [
  field('fullName', 'Họ và tên', 'Họ tên'),
  field('code', 'Mã học sinh', 'Mã HS'),
  field('birthDate', 'Ngày sinh'),
];
const row = (number: number, ...cells: string[]) => ({ number, cells, doubts: [] });
const mapped = (...rows: Parameters<typeof findHeader>[0]) => {
  const header = findHeader(rows, fields);
  return header && [header.index, Object.fromEntries(header.mapping)];
};

test.each([
  ['as in the template', ['Họ và tên *', 'Mã học sinh *', 'Ngày sinh']],
  ['in capitals without accents', ['HO VA TEN', 'MA HOC SINH', 'NGAY SINH']],
  ['by other names, with remarks', ['Họ tên (chữ in hoa)', 'Mã HS:', 'Ngày sinh [dd/mm/yyyy]']],
  ['in English', ['fullName', 'code', 'birthDate']],
])('a header %s', (_, cells) => {
  expect(mapped(row(1, ...cells))).toEqual([0, { fullName: 0, code: 1, birthDate: 2 }]);
});

test('titles above are passed over, and columns come in any order with others between', () => {
  const rows = [
    row(1, 'SỞ GIÁO DỤC'),
    row(2, 'Họ và tên hiệu trưởng', 'x'),
    row(4, 'STT', 'Ngày sinh', 'Họ tên', 'Mã HS'),
  ];
  expect(mapped(...rows, row(5, '1', '', 'a', 'b'))).toEqual([2, { birthDate: 1, fullName: 2, code: 3 }]);
});

test('of two columns of one name the first counts', () => {
  expect(mapped(row(1, 'Họ tên', 'Mã HS', 'Họ tên'))).toEqual([0, { fullName: 0, code: 1 }]);
});

test('a table whose header nobody knows begins at its first row of several cells', () => {
  expect(mapped(row(1, 'Danh sách'), row(2, 'A', 'B'), row(3, '1', '2'))).toEqual([1, {}]);
});

test('without a table there is no header', () => {
  expect(mapped(row(1, 'a'), row(2, 'b'))).toBeNull();
});

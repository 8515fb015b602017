import type { UserCaller } from '@diemcau/contracts/core/caller';
import { mergedXlsx } from '@diemcau/spreadsheets/testing/merged-xlsx';
import { ImportsBed } from './imports-bed.js';

let on: ImportsBed;
let admin: UserCaller;

beforeAll(async () => {
  on = await ImportsBed.start();
  admin = await on.holder('departmentAdmin', on.province);
  await on.school('thpt-a');
}, 60_000);
afterAll(() => on.bed.stop());

const names = [
  ['NGUYỄN VĂN', 'An'],
  ['Trần Thị', 'Bình'],
  ['Lê', 'Nam'],
];
/** As schools write it: number, name in two columns, code, school, class, year. */
const people = (prefix: string) =>
  names.map((name, i) => [`${i + 1}`, ...name, `${prefix}${i}`, 'thpt-a', '10A1', '2026-2027']);
const vertical = ['A', 'D', 'E', 'F', 'G'];

async function named(prefix: string): Promise<string[]> {
  const rows = await on.bed.sql<{ display_name: string }>(
    'SELECT display_name FROM identity.users WHERE code LIKE $1 ORDER BY code',
    [`${prefix}_`],
  );
  return rows.map(({ display_name }) => display_name);
}

describe('a header over two rows with merged cells (TE-3a)', () => {
  test('is read as one, whatever stands above it and below it, and no row of it is taken for a person', async () => {
    const file = await mergedXlsx(
      [
        ['SỞ GIÁO DỤC VÀ ĐÀO TẠO', '', '', 'CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM'],
        ['DANH SÁCH HỌC SINH'],
        ['STT', 'Họ và tên', '', 'Mã học sinh', 'Mã trường', 'Lớp', 'Năm học'],
        ['', 'Họ đệm', 'Tên'],
        ['(1)', '(2)', '(3)', '(4)', '(5)', '(6)', '(7)'],
        ...people('K'),
      ],
      ['A1:C1', 'D1:G1', 'A2:G2', 'B3:C3', ...vertical.map((column) => `${column}3:${column}4`)],
    );
    const view = await on.imported('students', file, admin);
    expect(view).toMatchObject({
      state: 'done',
      fault: null,
      headerRow: 5,
      counts: { create: 3, error: 0 },
    });
    expect(view.columns.map(({ header, field }) => [header, field])).toEqual([
      ['STT', null],
      ['Họ đệm', 'familyName'],
      ['Tên', 'givenName'],
      ['Mã học sinh', 'code'],
      ['Mã trường', 'unitCode'],
      ['Lớp', 'className'],
      ['Năm học', 'schoolYear'],
    ]);
    expect(await named('K')).toEqual(['Nguyễn Văn An', 'Trần Thị Bình', 'Lê Nam']);
  });

  test('leaves the columns about parents alone, and calls them by their group', async () => {
    const file = await mergedXlsx(
      [
        ['Cha', '', 'Họ và tên học sinh', '', 'Mã học sinh', 'Mã trường', 'Lớp', 'Năm học'],
        ['Họ và tên', 'Điện thoại', 'Họ', 'Tên'],
        ...people('L').map(([, family = '', given = '', ...rest]) => [
          'Nguyễn Văn Ba',
          '0900000001',
          family,
          given,
          ...rest,
        ]),
      ],
      ['A1:B1', 'C1:D1', 'E1:E2', 'F1:F2', 'G1:G2', 'H1:H2'],
    );
    const view = await on.imported('students', file, admin);
    expect(view.columns.slice(0, 4).map(({ header, field }) => [header, field])).toEqual([
      ['Cha – Họ và tên', null],
      ['Cha – Điện thoại', null],
      ['Họ', 'familyName'],
      ['Tên', 'givenName'],
    ]);
    expect(await named('L')).toEqual(['Nguyễn Văn An', 'Trần Thị Bình', 'Lê Nam']);
  });

  test('whose second row nobody knows is told by row and column', async () => {
    const file = await mergedXlsx(
      [
        ['STT', 'Họ và tên', '', 'Mã học sinh', 'Mã trường', 'Lớp', 'Năm học'],
        ['', 'Phần trước', 'Phần sau'],
        ...people('M'),
      ],
      ['B1:C1', ...vertical.map((column) => `${column}1:${column}2`)],
    );
    const view = await on.tried('students', file, admin);
    expect(view).toMatchObject({ headerRow: 1, counts: { create: 3, error: 1 } });
    expect(await on.faults(view.id, admin)).toEqual([
      '2 4 required',
      '2 5 required',
      '2 6 required',
      '2 7 required',
    ]);
  });
});

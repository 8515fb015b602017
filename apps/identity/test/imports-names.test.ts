import type { UserCaller } from '@diemcau/contracts/core/caller';
import { importErrors } from '@diemcau/contracts/identity/imports';
import { xlsxOf } from '@diemcau/spreadsheets/write/xlsx';
import { buffer } from 'node:stream/consumers';
import { csv, ImportsBed } from './imports-bed.js';

let on: ImportsBed;
let admin: UserCaller;

beforeAll(async () => {
  on = await ImportsBed.start();
  admin = await on.holder('departmentAdmin', on.province);
  await on.school('thpt-a');
}, 60_000);
afterAll(() => on.bed.stop());

type Rows = readonly (readonly string[])[];
const rest = ['Mã học sinh', 'Mã trường', 'Lớp', 'Năm học'];
const tail = (code: string) => [code, 'thpt-a', '10A1', '2026-2027'];
/** Three people whose codes begin so, with these cells for their names. */
const people = (prefix: string, ...names: Rows) =>
  names.map((cells, i) => [...cells, ...tail(`${prefix}${i}`)]);

const xlsx = (...rows: Rows) => buffer(xlsxOf([{ name: 'Danh sách', rows }]));

/** Names as they came out. */
async function named(prefix: string): Promise<string[]> {
  const rows = await on.bed.sql<{ display_name: string }>(
    'SELECT display_name FROM identity.users WHERE code LIKE $1 ORDER BY code',
    [`${prefix}_`],
  );
  return rows.map(({ display_name }) => display_name);
}

const halves = [
  ['NGUYỄN VĂN', 'An'],
  ['Trần Thị', 'Bình'],
  ['Lê', 'Nam'],
];
const joined = ['Nguyễn Văn An', 'Trần Thị Bình', 'Lê Nam'];

describe('names of people (TE-3a)', () => {
  test.each([
    ['.xlsx', 'a merged header over two columns', xlsx, 'K', ['Họ và tên', '']],
    ['.csv', 'a merged header over two columns', csv, 'L', ['Họ và tên', '']],
    ['.xlsx', 'headers for family and given name', xlsx, 'M', ['Họ và tên đệm', 'Tên']],
    ['.csv', 'headers for family and given name', csv, 'N', ['Họ đệm', 'Tên']],
  ])('in %s under %s are whole', async (_, __, file, prefix, header) => {
    const view = await on.imported(
      'students',
      await file([...header, ...rest], ...people(prefix, ...halves)),
      admin,
    );
    expect(view).toMatchObject({ state: 'done', fault: null, counts: { create: 3, error: 0 } });
    expect(view.columns.slice(0, 2).map(({ field }) => field)).toEqual(['familyName', 'givenName']);
    expect(await named(prefix)).toEqual(joined);
  });

  test('in one column go on being read as before, also under «Tên»', async () => {
    const names = joined.map((name) => [name]);
    await on.imported('students', await csv(['Họ và tên', ...rest], ...people('P', ...names)), admin);
    await on.imported('students', await csv(['Tên', ...rest], ...people('Q', ...names)), admin);
    expect([await named('P'), await named('Q')]).toEqual([joined, joined]);
  });

  test('of which a column holds one half alone are not taken for whole ones until somebody says so', async () => {
    const given = halves.map(([, name = '']) => [name]);
    const view = await on.tried('students', await csv(['Tên', ...rest], ...people('R', ...given)), admin);
    expect(view).toMatchObject({
      state: 'ready',
      fault: { code: 'imports.halfNames', row: 1 },
      counts: { create: 0 },
    });
    const starting = on.imports.start({ importId: view.id }, admin);
    await expect(starting).rejects.toThrow(importErrors.wrongState.code);

    const others = view.columns.flatMap(({ column, field }) =>
      field === null || column === 1 ? [] : [{ column, field }],
    );
    await on.imports.map(
      { importId: view.id, columns: [{ column: 1, field: 'fullName' }, ...others] },
      admin,
    );
    expect(await on.until(view.id, admin, 'ready')).toMatchObject({ fault: null, counts: { create: 3 } });
  });

  test('cannot be chosen whole and in parts at once', async () => {
    const view = await on.tried(
      'students',
      await csv(['Họ và tên', 'Tên', ...rest], ...people('S', ...halves)),
      admin,
    );
    expect(view.fault?.code).toBe('imports.namesInTwoColumns');
    const columns = ['fullName', 'givenName', 'code', 'unitCode', 'className', 'schoolYear'].map(
      (field, i) => ({
        column: i + 1,
        field,
      }),
    );
    const both = on.imports.map({ importId: view.id, columns }, admin);
    await expect(both).rejects.toThrow(importErrors.unknownField.code);
    await on.imports.map(
      { importId: view.id, columns: columns.with(0, { column: 1, field: 'familyName' }) },
      admin,
    );
    await on.until(view.id, admin, 'ready');
    expect((await on.rows(view.id, admin))[0]?.changes[0]).toEqual({
      field: 'fullName',
      from: null,
      to: joined[0],
    });
  });

  test('that lack one half in a row are faulty there', async () => {
    const rows = [...people('T', ...halves), ['Phạm Văn', '', ...tail('T8')], ['', 'Hoa', ...tail('T9')]];
    const { id } = await on.tried('students', await csv(['Họ và tên đệm', 'Tên', ...rest], ...rows), admin);
    expect(await on.faults(id, admin)).toEqual(['5 2 required', '6 1 required']);
  });
});

import type { UserCaller } from '@diemcau/contracts/core/caller';
import { importErrors } from '@diemcau/contracts/identity/imports';
import { readRows } from '@diemcau/spreadsheets/read/read-rows';
import { all } from '@diemcau/spreadsheets/testing/all';
import { ImportsBed, students } from './imports-bed.js';

let on: ImportsBed;
let admin: UserCaller;

beforeAll(async () => {
  on = await ImportsBed.start();
  admin = await on.holder('departmentAdmin', on.province);
  await on.school('thpt-a');
  await on.school('thpt-b');
}, 60_000);
afterAll(() => on.bed.stop());

const row = ['Nguyễn Văn Mẫu', 'A1', 'thpt-a', '10A1', '2026-2027', '15/09/2010', '0900000001'];

describe('what is left behind', () => {
  test('every person made or changed, and every page of slips, is in the audit log', async () => {
    const { id } = await on.imported('students', await students(row.with(1, 'H1')), admin);
    const page = await on.imports.slips({ importId: id }, admin);
    expect(page.groups).toMatchObject([
      {
        title: 'Lớp 10A1',
        unitName: 'Trường THPT-A',
        slips: [{ code: 'H1', displayName: 'Nguyễn Văn Mẫu' }],
      },
    ]);
    const [slip] = page.groups[0]?.slips ?? [];
    expect(slip?.secret).toMatch(/^\w{4}-\w{4}-\w{4}$/);
    const entries = await on.bed.sql(
      `SELECT action, actor_id, object_kind FROM identity.audit_entries
       WHERE object_id = $1 OR object_id = (SELECT id::text FROM identity.users WHERE code = 'H1') ORDER BY sequence`,
      [id],
    );
    expect(entries.map(({ action }) => action)).toEqual([
      'imports.begin',
      'imports.start',
      'users.create',
      'imports.finish',
      'imports.printSlips',
    ]);
    expect(new Set(entries.map(({ actor_id }) => actor_id))).toEqual(new Set([admin.userId]));
    const texts = await on.bed.sql(`SELECT coalesce(after::text, '') AS text FROM identity.audit_entries`);
    expect(texts.filter(({ text }) => String(text).includes(slip?.secret ?? '?'))).toEqual([]);
  });

  test('the errors can be corrected and sent again', async () => {
    const file = await students(row.with(1, 'K1'), row.with(1, 'K2').with(3, ''), row.with(1, 'K3'));
    const first = await on.imported('students', file, admin);
    const [faulty] = await on.rows(first.id, admin, 'error');
    const corrected = await students([...(faulty?.cells ?? [])].with(3, '10A1'));
    expect((await on.imported('students', corrected, admin)).counts).toMatchObject({ create: 1, error: 0 });
    expect((await all(readRows(corrected))).length).toBe(2);
  });

  test('a cancelled dry run leaves nothing, and cannot be started', async () => {
    const { id } = await on.tried('students', await students(row.with(1, 'L1')), admin);
    await on.imports.cancel({ importId: id }, admin);
    await expect(on.imports.start({ importId: id }, admin)).rejects.toThrow(importErrors.wrongState.code);
    expect(await on.bed.sql('SELECT FROM identity.import_files WHERE import_id = $1', [id])).toEqual([]);
  });

  test('a file that did not arrive whole is not read', async () => {
    const { id: importId } = await on.imports.begin({ kind: 'staff', fileName: 'nua-chung' }, admin);
    await on.imports.addPart({ importId, sequence: 1, data: Buffer.from('x').toString('base64') }, admin);
    await expect(on.imports.complete({ importId, parts: 2, bytes: 5 }, admin)).rejects.toThrow(
      importErrors.incomplete.code,
    );
  });
});

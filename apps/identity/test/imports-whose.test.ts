import { anonymous, type KeyCaller, type UserCaller } from '@diemcau/contracts/core/caller';
import { importErrors } from '@diemcau/contracts/identity/imports';
import { randomUUID } from 'node:crypto';
import { ImportsBed, students } from './imports-bed.js';

let on: ImportsBed;
let admin: UserCaller;
let school: string;

beforeAll(async () => {
  on = await ImportsBed.start();
  admin = await on.holder('departmentAdmin', on.province);
  school = await on.school('thpt-a');
  await on.school('thpt-b');
}, 60_000);
afterAll(() => on.bed.stop());

const row = ['Nguyễn Văn Mẫu', 'A1', 'thpt-a', '10A1', '2026-2027', '15/09/2010', '0900000001'];

describe('whose imports', () => {
  test('units out of scope are errors that do not tell whether there is such a unit', async () => {
    const operator = await on.holder('unitOperator', school);
    const file = await students(row.with(1, 'D1').with(2, 'thpt-b'), row.with(1, 'D2').with(2, 'khong-co'));
    const { id } = await on.tried('students', file, operator);
    const [outside, absent] = await on.rows(id, operator, 'error');
    expect(outside?.faults[0]?.code).toBe('unknownUnit');
    expect(absent?.faults).toEqual(outside?.faults);
  });

  test('another province is as good as not there', async () => {
    const elsewhere = await on.make.unit('Sở Giáo dục và Đào tạo Hoà Bình', { code: 'so' });
    const stranger = await on.holder('departmentAdmin', elsewhere);
    const { id } = await on.tried('students', await students(row.with(1, 'E1')), stranger);
    expect(await on.faults(id, stranger)).toEqual(['2 3 unknownUnit']);
    const mine = await on.tried('students', await students(row), admin);
    for (const call of [
      on.imports.find({ importId: mine.id }, stranger),
      on.imports.rows({ importId: mine.id }, stranger),
      on.imports.start({ importId: mine.id }, stranger),
      on.imports.cancel({ importId: mine.id }, stranger),
      on.imports.slips({ importId: mine.id }, stranger),
    ]) {
      await expect(call).rejects.toThrow(importErrors.notFound.code);
    }
    expect((await on.imports.list({}, stranger)).items.map((item) => item.id)).toEqual([id]);
  });

  test('an operator sees their own, the department admin everybody’s, others nothing', async () => {
    const operator = await on.holder('unitOperator', school);
    const colleague = await on.holder('unitOperator', school);
    const { id } = await on.tried('students', await students(row), operator);
    await expect(on.imports.find({ importId: id }, colleague)).rejects.toThrow(importErrors.notFound.code);
    await expect(on.imports.find({ importId: id }, admin)).resolves.toMatchObject({ id });
    await expect(on.imports.begin({ kind: 'staff', fileName: 'x' }, anonymous)).rejects.toThrow(
      'common.signInNeeded',
    );
    const teacher = await on.holder('teacher', school);
    await expect(on.imports.begin({ kind: 'staff', fileName: 'x' }, teacher)).rejects.toThrow(
      'common.notAllowed',
    );
  });

  test('a program imports with its key, as long as the key and what its maker holds last', async () => {
    const maker = await on.holder('unitOperator', school);
    const keyId = randomUUID();
    await on.bed.sql(
      `INSERT INTO identity.api_keys (id, name, unit_id, subtree, scopes, addresses, secret_hash, made_by, expires_at)
       VALUES ($1, 'Phần mềm mẫu', $2, true, '{users.import}', '{}', decode(repeat('00', 32), 'hex'), $3, now() + interval '1 day')`,
      [keyId, school, maker.userId],
    );
    const key: KeyCaller = {
      kind: 'key',
      keyId,
      grants: [{ role: 'key', unitId: school, subtree: true }],
      roles: { key: ['users.import', 'units.read'] },
    };
    const made = await on.imported('students', await students(row.with(1, 'P1')), key);
    expect(made.counts).toMatchObject({ create: 1, error: 0 });
    await on.bed.sql('UPDATE identity.role_grants SET revoked_at = now() WHERE user_id = $1', [maker.userId]);
    const after = await on.tried('students', await students(row.with(1, 'P2')), key);
    expect(await on.faults(after.id, key)).toEqual(['2 3 unknownUnit']);
    await on.bed.sql('UPDATE identity.api_keys SET revoked_at = now() WHERE id = $1', [keyId]);
    const revoked = await on.tried('students', await students(row.with(1, 'P3')), key);
    expect(revoked).toMatchObject({ state: 'failed', fault: { code: 'imports.rightsGone' } });
  });

  test('slips are for those who may issue secrets there', async () => {
    const operator = await on.holder('unitOperator', school);
    const { id: importId } = await on.imported('students', await students(row.with(1, 'Q1')), operator);
    const without = { ...operator, roles: { unitOperator: ['users.import', 'units.read'] as const } };
    await expect(on.imports.slips({ importId }, without)).rejects.toThrow('common.notAllowed');
    await expect(on.imports.slips({ importId }, operator)).resolves.toMatchObject({ nextCursor: null });
  });

  test('an import whose importer loses the right stops, and writes nothing more', async () => {
    const operator = await on.holder('unitOperator', school);
    const view = await on.tried('students', await students(row.with(1, 'G1')), operator);
    await on.bed.sql('UPDATE identity.role_grants SET revoked_at = now() WHERE user_id = $1', [
      operator.userId,
    ]);
    await on.imports.start({ importId: view.id }, operator);
    const ended = await on.until(view.id, operator, 'done', 'failed');
    expect(ended.counts).toMatchObject({ create: 0, error: 1 });
    expect(await on.bed.sql(`SELECT FROM identity.users WHERE code = 'G1'`)).toEqual([]);
  });
});

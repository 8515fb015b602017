import { anonymous, type KeyCaller, type UserCaller } from '@diemcau/contracts/core/caller';
import { importErrors } from '@diemcau/contracts/identity/imports';
import { KeysClient } from '@diemcau/contracts/identity/keys';
import type { Permission } from '@diemcau/contracts/identity/permissions';
import { builtInRoles } from '@diemcau/contracts/identity/roles';
import { csv, ImportsBed, staff, students } from './imports-bed.js';

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

  test('files and rows are found without accents', async () => {
    const { id } = await on.upload(
      'students',
      await students(row, row.with(0, 'Đỗ Thị Hạnh').with(1, 'D3')),
      admin,
      'Đầu năm.csv',
    );
    await on.until(id, admin, 'ready');
    const found = await on.imports.list({ q: 'NAM dau' }, admin);
    expect(found.items.map((item) => item.id)).toEqual([id]);
    const { items } = await on.imports.rows({ importId: id, q: 'do thi' }, admin);
    expect(items.map((item) => item.row)).toEqual([3]);
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
    const wish = {
      name: 'Phần mềm mẫu',
      unitId: school,
      subtree: true,
      scopes: ['users.import', 'units.read'] satisfies Permission[],
      expiresAt: new Date(Date.now() + 86_400_000).toISOString(),
    };
    const { key: made } = await on.bed.client(KeysClient).make(wish, maker);
    const keyId = made.id;
    const key: KeyCaller = {
      kind: 'key',
      keyId,
      grants: [{ role: 'key', unitId: school, subtree: true }],
      roles: { key: ['users.import', 'units.read'] },
    };
    const { counts } = await on.imported('students', await students(row.with(1, 'P1')), key);
    expect(counts).toMatchObject({ create: 1, error: 0 });
    await on.bed.sql('UPDATE identity.role_grants SET revoked_at = now() WHERE user_id = $1', [maker.userId]);
    const after = await on.tried('students', await students(row.with(1, 'P2')), key);
    expect(await on.faults(after.id, key)).toEqual(['2 3 unknownUnit']);
    await on.bed.client(KeysClient).revoke({ keyId }, maker);
    const revoked = await on.tried('students', await students(row.with(1, 'P3')), key);
    expect(revoked).toMatchObject({ state: 'failed', fault: { code: 'imports.rightsGone' } });
  });

  test('a district’s operator founds and corrects units below by a list, and neither the district itself nor anything beside it', async () => {
    const named = { parentId: on.province, type: 'districtOffice', code: 'pgd-a' };
    const district = await on.make.unit('Phòng A', named);
    await on.school('thcs-a', district);
    const operator = await on.holder('unitOperator', district);
    const file = await csv(
      ['Mã đơn vị', 'Tên đơn vị', 'Loại đơn vị', 'Mã đơn vị cấp trên'],
      ['th-a', 'Trường Tiểu học A', 'Trường', 'pgd-a'],
      ['thcs-a', 'Trường THCS A', 'Trường', 'pgd-a'],
      ['pgd-a', 'Phòng Khác', 'Phòng GD&ĐT cấp huyện', 'so'],
      ['thpt-a', 'Trường Khác', 'Trường', 'so'],
      ['th-b', 'Trường Tiểu học B', 'Trường', 'so'],
    );
    const { id, counts } = await on.imported('units', file, operator);
    expect(await on.faults(id, operator)).toEqual(['4 2 unitAbove', '5 1 codeUsed', '6 4 unknownUnit']);
    expect(counts).toMatchObject({ create: 1, change: 1, error: 3 });
    const made = await on.bed.sql(`SELECT name FROM identity.units WHERE parent_id = $1 ORDER BY name`, [
      district,
    ]);
    expect(made).toEqual([{ name: 'Trường THCS A' }, { name: 'Trường Tiểu học A' }]);
  });

  test('who stands in for some days makes accounts, and gives no role that goes on, by a key of theirs neither (I4)', async () => {
    const standIn = await on.holder('unitOperator', school);
    await on.bed.sql(
      `UPDATE identity.role_grants SET valid_to = now() + interval '7 days' WHERE user_id = $1`,
      [standIn.userId],
    );
    const rows = await staff(
      ['Vũ Thị Mẫu', 'TT1', 'thpt-a', '', '', ''],
      ['Vũ Văn Mẫu', 'TT2', 'thpt-a', 'Cán bộ CNTT đơn vị', '', ''],
      ['Vũ Thu Mẫu', 'TT3', 'thpt-a', 'Giáo viên', '', ''],
    );
    const { id, counts } = await on.imported('staff', rows, standIn);
    expect(counts).toMatchObject({ create: 2, error: 1 });
    const [refused] = await on.rows(id, standIn, 'error');
    expect(refused?.faults).toEqual([
      expect.objectContaining({
        code: 'roleOutlasts',
        message: expect.objectContaining({
          vi: expect.stringContaining('không cấp được vai trò không thời hạn') as string,
        }) as object,
      }),
    ]);
    const wish = {
      name: 'Phần mềm mẫu',
      unitId: school,
      subtree: true,
      scopes: [
        'users.import',
        'units.read',
        'grants.give',
        ...builtInRoles.invigilator.permissions.filter((one) => one !== 'units.read'),
      ] satisfies Permission[],
      expiresAt: new Date(Date.now() + 86_400_000).toISOString(),
    };
    const { key } = await on.bed.client(KeysClient).make(wish, standIn);
    const program: KeyCaller = {
      kind: 'key',
      keyId: key.id,
      grants: [{ role: 'key', unitId: school, subtree: true }],
      roles: { key: wish.scopes },
    };
    const again = await on.tried(
      'staff',
      await staff(['Vũ Thị Mẫu', 'TT4', 'thpt-a', 'Giám thị', '', '']),
      program,
    );
    expect(await on.faults(again.id, program)).toEqual(['2 4 roleOutlasts']);
    await on.bed.sql('UPDATE identity.role_grants SET valid_to = NULL WHERE user_id = $1', [standIn.userId]);
    const later = await on.tried(
      'staff',
      await staff(['Vũ Thị Mẫu', 'TT4', 'thpt-a', 'Giám thị', '', '']),
      program,
    );
    expect(await on.faults(later.id, program)).toEqual([]);
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

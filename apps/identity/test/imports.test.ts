import type { UserCaller } from '@diemcau/contracts/core/caller';
import { importErrors } from '@diemcau/contracts/identity/imports';
import { studentXlsx } from '@diemcau/spreadsheets/testing/student-file';
import { ImportsBed, staff, students } from './imports-bed.js';

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

describe('students from a spreadsheet (TE-3a)', () => {
  test('are made with class, account name and initial secret; nothing is written before the start', async () => {
    const file = await students(row, [
      'TRẦN THỊ HẠNH',
      'A2',
      'THPT-A',
      '10A1',
      '2026 – 2027',
      '2010-01-02',
      '900000002',
    ]);
    const view = await on.tried('students', file, admin);
    expect(view).toMatchObject({ state: 'ready', counts: { create: 2, change: 0, unchanged: 0, error: 0 } });
    expect(await on.bed.sql(`SELECT FROM identity.users WHERE kind = 'student'`)).toEqual([]);

    await on.imports.start({ importId: view.id }, admin);
    const done = await on.until(view.id, admin, 'done');
    expect(done).toMatchObject({ done: 2, of: 2, slips: 2, counts: { create: 2 } });
    const people = await on.bed.sql(
      `SELECT user_name, display_name, state, password_hash, birth_date::text, phone, u.unit_id, c.name, c.school_year
       FROM identity.users u JOIN identity.class_members m ON m.user_id = u.id JOIN identity.classes c ON c.id = m.class_id
       WHERE code LIKE 'A_' ORDER BY code`,
    );
    const common = {
      state: 'invited',
      password_hash: null,
      unit_id: school,
      name: '10A1',
      school_year: '2026-2027',
    };
    expect(people).toEqual([
      {
        ...common,
        user_name: 'nvmau.thpta',
        display_name: 'Nguyễn Văn Mẫu',
        birth_date: '2010-09-15',
        phone: '0900000001',
      },
      {
        ...common,
        user_name: 'tthanh.thpta',
        display_name: 'Trần Thị Hạnh',
        birth_date: '2010-01-02',
        phone: '0900000002',
      },
    ]);
  });

  test('the same file twice changes nothing', async () => {
    const view = await on.tried('students', await students(row), admin);
    expect(view.counts).toEqual({ create: 0, change: 0, unchanged: 1, error: 0 });
    const before = await on.bed.sql('SELECT * FROM identity.users ORDER BY id');
    await on.imports.start({ importId: view.id }, admin);
    expect((await on.until(view.id, admin, 'done')).counts.unchanged).toBe(1);
    expect(await on.bed.sql('SELECT * FROM identity.users ORDER BY id')).toEqual(before);
  });

  test('what changed is shown old and new, and written', async () => {
    const changed = row.with(0, 'Nguyễn Văn Mẫu Mới').with(3, '11A2').with(6, '0900000009');
    const view = await on.tried('students', await students(changed), admin);
    expect((await on.rows(view.id, admin))[0]).toMatchObject({
      row: 2,
      outcome: 'change',
      changes: [
        { field: 'fullName', from: 'Nguyễn Văn Mẫu', to: 'Nguyễn Văn Mẫu Mới' },
        { field: 'phone', from: '0900000001', to: '0900000009' },
        { field: 'className', from: '10A1', to: '11A2' },
      ],
    });
    await on.imports.start({ importId: view.id }, admin);
    await on.until(view.id, admin, 'done');
    const [person] = await on.bed.sql(
      `SELECT display_name, user_name, phone, array_agg(c.name) AS classes FROM identity.users u
       JOIN identity.class_members m ON m.user_id = u.id JOIN identity.classes c ON c.id = m.class_id
       WHERE code = 'A1' GROUP BY u.id`,
    );
    expect(person).toEqual({
      display_name: 'Nguyễn Văn Mẫu Mới',
      user_name: 'nvmau.thpta',
      phone: '0900000009',
      classes: ['11A2'],
    });
  });

  test('everything wrong is told by row and cell, in both languages, and the rest can be written', async () => {
    const file = await students(
      ['Lê Văn Đúng', 'B1', 'thpt-a', '10A2', '2026-2027', '', ''],
      ['', 'B2', 'thpt-a', '10A2', '2026-2027', '31/02/2010', '12'],
      ['Lê Văn Hai', 'B3', 'khong-co', '10A2', '2026-2027', '', ''],
      ['Lê Văn 3', 'B 4', 'thpt-a', '', '2026-2028', '', ''],
      ['Lê Văn Bốn', 'B1', 'thpt-a', '10A2', '2026-2027', '', ''],
    );
    const view = await on.imported('students', file, admin);
    expect(view.counts).toEqual({ create: 1, change: 0, unchanged: 0, error: 4 });
    expect(await on.faults(view.id, admin)).toEqual([
      '3 1 required',
      '3 6 notADate',
      '3 7 badPhone',
      '4 3 unknownUnit',
      '5 1 badName',
      '5 2 badCode',
      '5 4 required',
      '5 5 badSchoolYear',
      '6 2 twiceInFile',
    ]);
    const [faulty] = await on.rows(view.id, admin, 'error');
    expect(faulty?.faults[0]?.message).toEqual({ vi: 'Thiếu «Họ và tên»', en: '“Họ và tên” is missing' });
    expect(await on.bed.sql(`SELECT code FROM identity.users WHERE code LIKE 'B%'`)).toEqual([
      { code: 'B1' },
    ]);
  });

  test('account names collide neither within the file nor with others', async () => {
    const same = (code: string) => ['Phạm Văn Trùng', code, 'thpt-b', '10A1', '2026-2027', '', ''];
    await on.imported('students', await students(same('C1'), same('C2')), admin);
    await on.imported(
      'students',
      await students(same('C3'), ...Array.from({ length: 40 }, (_, i) => same(`CC${i}`))),
      admin,
    );
    const names = await on.bed.sql<{ user_name: string }>(
      `SELECT user_name FROM identity.users WHERE code LIKE 'C%' ORDER BY created_at`,
    );
    const all = new Set(names.map(({ user_name }) => user_name));
    expect(all.size).toBe(43);
    expect([...all]).toEqual(expect.arrayContaining(['pvtrung.thptb', 'pvtrung2.thptb', 'pvtrung43.thptb']));
  });

  test('a table that begins below the titles of an office is found', async () => {
    const file = await studentXlsx({
      rows: 20,
      schools: ['thpt-a'],
      prefix: 'T',
      titles: ['SỞ GIÁO DỤC VÀ ĐÀO TẠO THANH HOÁ', 'DANH SÁCH HỌC SINH, NĂM HỌC 2026-2027'],
    });
    expect(await on.tried('students', file, admin)).toMatchObject({
      headerRow: 3,
      counts: { create: 20, error: 0 },
    });
  });

  test('columns nobody can guess are chosen by hand', async () => {
    const file = await students(row.with(1, 'M1'));
    const odd = Buffer.from(file.toString().replace('Mã học sinh', 'Ký hiệu'));
    const view = await on.tried('students', odd, admin);
    expect(view).toMatchObject({ state: 'ready', fault: { code: 'imports.missingColumns', row: 1 } });
    expect(view.columns[1]).toEqual({ column: 2, header: 'Ký hiệu', field: null, samples: ['M1'] });
    await expect(on.imports.start({ importId: view.id }, admin)).rejects.toThrow(
      importErrors.wrongState.code,
    );

    const columns = view.columns.flatMap(({ column, field }) =>
      column === 2 ? [{ column, field: 'code' }] : field === null ? [] : [{ column, field }],
    );
    await expect(
      on.imports.map({ importId: view.id, columns: [...columns, { column: 1, field: 'code' }] }, admin),
    ).rejects.toThrow(importErrors.unknownField.code);
    await on.imports.map({ importId: view.id, columns }, admin);
    expect(await on.until(view.id, admin, 'ready')).toMatchObject({ fault: null, counts: { create: 1 } });
  });
});

describe('staff from a spreadsheet (TE-3a)', () => {
  test('come with a role, teacher unless said, and what a spreadsheet ate of their number', async () => {
    const file = await staff(
      ['Vũ Thị Mẫu', 'CB1', 'thpt-a', '', 'VU.MAU@truong.example', '912345678'],
      ['Hà Văn Mẫu', 'CB2', 'thpt-a', 'cán bộ CNTT đơn vị', '', ''],
    );
    expect((await on.imported('staff', file, admin)).counts).toEqual({
      create: 2,
      change: 0,
      unchanged: 0,
      error: 0,
    });
    expect(
      await on.bed.sql(
        `SELECT code, role, subtree, email, phone FROM identity.users u JOIN identity.role_grants g ON g.user_id = u.id
         WHERE code LIKE 'CB_' ORDER BY code`,
      ),
    ).toEqual([
      { code: 'CB1', role: 'teacher', subtree: false, email: 'vu.mau@truong.example', phone: '0912345678' },
      { code: 'CB2', role: 'unitOperator', subtree: true, email: null, phone: null },
    ]);
    expect((await on.tried('staff', file, admin)).counts.unchanged).toBe(2);
  });

  test('who moves to another school takes the role along, and tokens from before end (I6)', async () => {
    const file = await staff(['Vũ Thị Mẫu', 'CB1', 'thpt-b', '', '', '']);
    await on.imported('staff', file, admin);
    const grants = await on.bed.sql(
      `SELECT unit.code, g.revoked_at IS NULL AS held FROM identity.users u
       JOIN identity.role_grants g ON g.user_id = u.id JOIN identity.units unit ON unit.id = g.unit_id
       WHERE u.code = 'CB1' ORDER BY unit.code`,
    );
    expect(grants).toEqual([
      { code: 'thpt-a', held: false },
      { code: 'thpt-b', held: true },
    ]);
    expect(await on.bed.sql(`SELECT rights_version FROM identity.users WHERE code = 'CB1'`)).toEqual([
      { rights_version: 2 },
    ]);
  });

  test('nobody gives a role beyond their own, or changes somebody who holds more (I4)', async () => {
    const operator = await on.holder('unitOperator', school);
    await on.imported('staff', await staff(['Quản Trị Mẫu', 'CB3', 'thpt-a', 'Quản trị sở', '', '']), admin);
    const file = await staff(
      ['Kẻ Leo Thang', 'CB4', 'thpt-a', 'Quản trị sở', '', ''],
      ['Quản Trị Mẫu', 'CB3', 'thpt-a', '', 'ke-gian@xau.example', ''],
      ['Không Có Vai', 'CB5', 'thpt-a', 'Vua', '', ''],
    );
    const { id } = await on.tried('staff', file, operator);
    expect(await on.faults(id, operator)).toEqual(['2 4 roleBeyond', '3 2 personBeyond', '4 4 unknownRole']);
  });
});

describe('units from a spreadsheet (SYS-5)', () => {
  test('are founded, parents in rows above their children; the same again changes nothing', async () => {
    const file = Buffer.from(
      'Mã đơn vị,Tên đơn vị,Loại đơn vị,Mã đơn vị cấp trên,Số quyết định,Ngày thành lập\n' +
        'xa-moi,Xã Mới,"Xã, phường",so,12/QĐ-UBND,01/07/2025\n' +
        'th-moi,Trường Tiểu học Mới,Trường,xa-moi,,\n' +
        'mo-coi,Trường Mồ Côi,Trường,khong-co,,\n' +
        'la,Đơn vị Lạ,Tàu vũ trụ,so,,\n',
    );
    const view = await on.imported('units', file, admin);
    expect(view.counts).toEqual({ create: 2, change: 0, unchanged: 0, error: 2 });
    expect(await on.faults(view.id, admin)).toEqual(['4 4 unknownUnit', '5 3 unknownType']);
    const units = await on.bed.sql(
      `SELECT u.code, parent.code AS parent, u.valid_from::text, cardinality(u.path) AS depth FROM identity.units u
       JOIN identity.units parent ON parent.id = u.parent_id WHERE u.code LIKE '%-moi' ORDER BY depth`,
    );
    expect(units).toMatchObject([
      { code: 'xa-moi', parent: 'so', valid_from: '2025-07-01', depth: 2 },
      { code: 'th-moi', parent: 'xa-moi', depth: 3 },
    ]);
    expect((await on.tried('units', file, admin)).counts).toEqual({
      create: 0,
      change: 0,
      unchanged: 2,
      error: 2,
    });
  });
});

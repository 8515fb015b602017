import type { UserCaller } from '@diemcau/contracts/core/caller';
import type { SlipPage } from '@diemcau/contracts/identity/import-slips';
import { ImportsBed, staff, students } from './imports-bed.js';

let on: ImportsBed;
let admin: UserCaller;
let commune: string;
let first: string;
let second: string;
let importId: string;

const row = (name: string, code: string, school: string, group: string) => [
  name,
  code,
  school,
  group,
  '2026-2027',
  '',
  '',
];

beforeAll(async () => {
  on = await ImportsBed.start();
  admin = await on.holder('departmentAdmin', on.province);
  commune = await on.make.unit('Xã Mẫu', { parentId: on.province, type: 'commune', code: 'xa-mau' });
  first = await on.school('thcs-a', commune);
  second = await on.school('thcs-b', commune);
  await on.school('thpt-c');
  const file = await students(
    row('Nguyễn Văn An', 'S1', 'thcs-a', '6A'),
    row('Trần Thị Bình', 'S2', 'thcs-a', '6B'),
    row('Lê Văn Cường', 'S3', 'thcs-a', '6A'),
    row('Phạm Thị Dung', 'S4', 'thcs-b', '6A'),
    row('Vũ Văn Em', 'S5', 'thpt-c', '10A1'),
  );
  ({ id: importId } = await on.imported('students', file, admin));
}, 60_000);
afterAll(() => on.bed.stop());

const codesIn = ({ groups }: SlipPage) => groups.flatMap(({ slips }) => slips.map(({ code }) => code));
const counts = async (
  caller: UserCaller,
  more: { unitId?: string; q?: string; cursor?: string; limit?: number } = {},
) => on.imports.slipCounts({ importId, ...more }, caller);
const shown = ({ items }: Awaited<ReturnType<typeof counts>>) =>
  items.map(({ name, slips }) => `${name} ${slips}`);

describe('slips of an import (TE-3a)', () => {
  test('are printed of all, of a unit with everything below it, and of a class', async () => {
    const all = await on.imports.slips({ importId }, admin);
    expect(codesIn(all)).toEqual(['S1', 'S3', 'S2', 'S4', 'S5']);
    expect(codesIn(await on.imports.slips({ importId, unitId: commune }, admin))).toEqual([
      'S1',
      'S3',
      'S2',
      'S4',
    ]);
    expect(codesIn(await on.imports.slips({ importId, unitId: second }, admin))).toEqual(['S4']);
    const [{ id: classId } = { id: '' }] = (await counts(admin, { unitId: first })).items;
    expect(codesIn(await on.imports.slips({ importId, classId }, admin))).toEqual(['S1', 'S3']);
    expect(codesIn(await on.imports.slips({ importId, classId, unitId: second }, admin))).toEqual([]);
  });

  test('are counted by unit, by class of a unit, page by page, and found by name', async () => {
    expect(shown(await counts(admin))).toEqual(['Trường THCS-A 3', 'Trường THCS-B 1', 'Trường THPT-C 1']);
    expect(shown(await counts(admin, { unitId: first }))).toEqual(['6A 2', '6B 1']);
    expect(shown(await counts(admin, { q: 'thpt' }))).toEqual(['Trường THPT-C 1']);
    const page = await counts(admin, { limit: 2 });
    const { nextCursor } = page;
    if (nextCursor === null) throw new Error('there is no second page');
    expect(shown(await counts(admin, { limit: 2, cursor: nextCursor }))).toEqual(['Trường THPT-C 1']);
  });

  test('of staff go by unit alone', async () => {
    const file = await staff(['Hà Văn Mẫu', 'C1', 'thcs-a', '', '', '']);
    const { id } = await on.imported('staff', file, admin);
    expect(shown(await on.imports.slipCounts({ importId: id }, admin))).toEqual(['Trường THCS-A 1']);
    expect(shown(await on.imports.slipCounts({ importId: id, unitId: first }, admin))).toEqual([]);
    expect(codesIn(await on.imports.slips({ importId: id, unitId: first }, admin))).toEqual(['C1']);
  });

  test('are neither counted nor printed where the caller may not issue secrets', async () => {
    const importer = await on.holder('departmentAdmin', on.province);
    const narrow: UserCaller = {
      ...importer,
      grants: [
        { role: 'importer', unitId: on.province, subtree: true },
        { role: 'unitOperator', unitId: second, subtree: true },
      ],
      roles: { importer: ['users.import'], unitOperator: ['users.import', 'users.secrets'] },
    };
    expect(shown(await counts(narrow))).toEqual(['Trường THCS-B 1']);
    expect(codesIn(await on.imports.slips({ importId, unitId: commune }, narrow))).toEqual(['S4']);
    const elsewhere = on.imports.slips({ importId, unitId: first }, narrow);
    await expect(elsewhere).rejects.toThrow('common.notAllowed');
    const stranger = await on.holder('unitOperator', first);
    await expect(counts(stranger)).rejects.toThrow('imports.notFound');
  });
});

import type { UserCaller } from '@diemcau/contracts/core/caller';
import { ImportsBed, staff } from './imports-bed.js';

let on: ImportsBed;
let admin: UserCaller;
let from: string;

beforeAll(async () => {
  on = await ImportsBed.start();
  admin = await on.holder('departmentAdmin', on.province);
  from = await on.school('thpt-a');
  await on.school('thpt-b');
}, 60_000);
afterAll(() => on.bed.stop());

/** A member of staff of the first school with one role there, of these dates. */
async function member(
  code: string,
  validFrom: string,
  validTo: string | null,
  subtree: boolean,
): Promise<void> {
  await on.imported('staff', await staff(['Vũ Thị Mẫu', code, 'thpt-a', 'Giáo viên', '', '']), admin);
  await on.bed.sql(
    `UPDATE identity.role_grants SET valid_from = $2, valid_to = $3, subtree = $4
     WHERE unit_id = $5 AND user_id = (SELECT id FROM identity.users WHERE code = $1)`,
    [code, validFrom, validTo, subtree, from],
  );
}

const moved = async (code: string, role = '') =>
  on.imported('staff', await staff(['Vũ Thị Mẫu', code, 'thpt-b', role, '', '']), admin);

const held = (code: string) =>
  on.bed.sql(
    `SELECT unit.code, g.role, g.valid_from > now() AS later, g.valid_from::text AS "from", g.valid_to::text AS "to", g.subtree
     FROM identity.role_grants g JOIN identity.users u ON u.id = g.user_id JOIN identity.units unit ON unit.id = g.unit_id
     WHERE u.code = $1 AND g.revoked_at IS NULL`,
    [code],
  );

const [past, next, end] = ['2020-01-01 00:00:00+00', '2090-05-01 00:00:00+00', '2091-06-30 00:00:00+00'];

describe('who moves to another unit by a list (TE-3a)', () => {
  test('keeps the day on which a role ends, and that it holds for what lies below', async () => {
    await member('M1', past, end, true);
    await moved('M1');
    expect(await held('M1')).toEqual([
      expect.objectContaining({ code: 'thpt-b', role: 'teacher', later: false, to: end, subtree: true }),
    ]);
    const [{ from: since } = {}] = await held('M1');
    expect(since).not.toBe(past);
  });

  test('keeps the day on which a role will begin', async () => {
    await member('M2', next, null, false);
    await moved('M2');
    expect(await held('M2')).toEqual([
      { code: 'thpt-b', role: 'teacher', later: true, from: next, to: null, subtree: false },
    ]);
  });

  test('keeps both when the list names that same role, and gets another that it names without end', async () => {
    await member('M3', next, end, false);
    await moved('M3', 'Giáo viên');
    expect(await held('M3')).toEqual([
      { code: 'thpt-b', role: 'teacher', later: true, from: next, to: end, subtree: false },
    ]);
    await moved('M3', 'Lãnh đạo');
    expect((await held('M3')).find(({ role }) => role === 'leader')).toMatchObject({
      later: false,
      to: null,
    });
  });
});

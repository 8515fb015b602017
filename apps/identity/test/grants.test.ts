import { anonymous, type UserCaller } from '@diemcau/contracts/core/caller';
import { grantErrors } from '@diemcau/contracts/identity/grants';
import { SessionFacts, SessionsClient } from '@diemcau/contracts/identity/sessions';
import { unitErrors } from '@diemcau/contracts/identity/units';
import { userErrors } from '@diemcau/contracts/identity/users';
import { eventually } from '@diemcau/testing/service';
import { randomUUID } from 'node:crypto';
import { service, userCaller } from './identity.js';
import {
  bed,
  make,
  grants,
  province,
  district,
  school,
  sibling,
  foreign,
  someone,
  holding,
  codeOf,
  standGrants,
} from './grants-bed.js';

standGrants();

describe('giving a role', () => {
  test('below one’s own unit is seen by those who may see it, and by the holder', async () => {
    const operator = await holding('unitOperator', district);
    const userId = await someone(school);
    const given = await grants.give({ userId, role: 'teacher', unitId: school, subtree: false }, operator);
    expect(given).toMatchObject({ userId, role: 'teacher', unitId: school, grantedBy: operator.userId });

    const seenBy = async (caller: UserCaller) => (await grants.list({ userId }, caller)).items;
    expect(await seenBy(operator)).toEqual([given]);
    expect(await seenBy(userCaller(userId, randomUUID()))).toEqual([given]);
    expect(await seenBy(await holding('unitOperator', sibling))).toEqual([]);
    expect(await seenBy(await holding('departmentAdmin', foreign))).toEqual([]);
  });

  test('twice, even at the same moment, gives one grant', async () => {
    const admin = await holding('departmentAdmin', province);
    const userId = await someone(school);
    const input = { userId, role: 'teacher', unitId: school, subtree: false };
    const given = await Promise.all(Array.from({ length: 5 }, () => grants.give(input, admin)));
    expect(new Set(given.map(({ id }) => id)).size).toBe(1);
  });

  test('reaches nobody and nothing beyond one’s own (I4)', async () => {
    const operator = await holding('unitOperator', district);
    const [here, there, abroad] = [await someone(school), await someone(sibling), await someone(foreign)];
    const give = (userId: string, role: string, unitId: string, subtree = false) =>
      codeOf(grants.give({ userId, role, unitId, subtree }, operator));
    expect(await give(here, 'departmentAdmin', school)).toBe(grantErrors.beyond.code);
    expect(await give(here, 'teacher', sibling)).toBe(unitErrors.notFound.code);
    expect(await give(here, 'teacher', province)).toBe(unitErrors.notFound.code);
    expect(await give(there, 'teacher', school)).toBe(userErrors.notFound.code);
    expect(await give(abroad, 'teacher', school)).toBe(userErrors.notFound.code);
    expect(await give(here, 'no-such-role', school)).toBe(grantErrors.roleNotFound.code);

    const narrow = { ...operator, grants: [{ role: 'unitOperator', unitId: school, subtree: false }] };
    const wide = grants.give({ userId: here, role: 'teacher', unitId: school, subtree: true }, narrow);
    expect(await codeOf(wide)).toBe(grantErrors.beyond.code);
    expect(
      await codeOf(grants.give({ userId: here, role: 'teacher', unitId: school, subtree: false }, anonymous)),
    ).toBe(unitErrors.notFound.code);
  });

  test('at a closed unit is refused (I3)', async () => {
    const admin = await holding('departmentAdmin', province);
    const closed = await make.unit('Trường đã giải thể', { parentId: district, state: 'closed' });
    const given = grants.give(
      { userId: await someone(school), role: 'teacher', unitId: closed, subtree: false },
      admin,
    );
    expect(await codeOf(given)).toBe(grantErrors.unitClosed.code);
  });

  test('for a period that is over or turned round is refused', async () => {
    const admin = await holding('departmentAdmin', province);
    const userId = await someone(school);
    for (const [validFrom, validTo] of [
      ['2020-01-01T00:00:00Z', '2020-02-01T00:00:00Z'],
      ['2999-02-01T00:00:00Z', '2999-01-01T00:00:00Z'],
    ]) {
      const input = { userId, role: 'teacher', unitId: school, subtree: false, validFrom, validTo };
      expect(await codeOf(grants.give(input, admin))).toBe(grantErrors.dates.code);
    }
  });
});

describe('taking a role back', () => {
  test('makes tokens made before worthless, and the next one has the role no more (I6)', async () => {
    const admin = await holding('departmentAdmin', province);
    const userName = `nguoi-${randomUUID()}`;
    const userId = await make.user(userName, { unitId: school });
    const { id } = await grants.give({ userId, role: 'teacher', unitId: school, subtree: false }, admin);
    const sessions = bed.client(SessionsClient);
    const told = bed.listen(SessionFacts.rightsChanged);
    await grants.revoke({ grantId: id }, admin);
    await eventually(
      () => told.flatMap(({ users }) => users),
      (users) => users.some((user) => user.userId === userId && user.version === 3),
    );
    expect(
      (await sessions.revokedSince({ since: new Date(0).toISOString() }, service)).rights,
    ).toContainEqual({
      userId,
      version: 3,
    });
    expect((await grants.list({ userId, state: 'past' }, admin)).items).toMatchObject([
      { id, role: 'teacher' },
    ]);
    expect((await grants.list({ userId }, admin)).items).toEqual([]);
  });

  test('is for those who could give it, and for the holder', async () => {
    const admin = await holding('departmentAdmin', province);
    const userId = await someone(school);
    const give = () => grants.give({ userId, role: 'unitOperator', unitId: school, subtree: true }, admin);
    const { id: grantId } = await give();
    expect(await codeOf(grants.revoke({ grantId }, await holding('unitOperator', sibling)))).toBe(
      grantErrors.notFound.code,
    );
    expect(await codeOf(grants.revoke({ grantId }, await holding('departmentAdmin', foreign)))).toBe(
      grantErrors.notFound.code,
    );
    await grants.revoke({ grantId }, userCaller(userId, randomUUID()));
    expect((await grants.list({ userId }, admin)).items).toEqual([]);
  });

  test('from a department admin is beyond a unit operator', async () => {
    const operator = await holding('unitOperator', district);
    const userId = await someone(school);
    await make.grant(userId, 'departmentAdmin', school);
    const admin = await holding('departmentAdmin', province);
    const [grant] = (await grants.list({ userId }, admin)).items;
    expect(await codeOf(grants.revoke({ grantId: grant?.id ?? '' }, operator))).toBe(grantErrors.beyond.code);
  });
});

describe('the last department admin (I5)', () => {
  async function provinceWith(admins: number): Promise<UserCaller[]> {
    const unitId = await make.unit(`Sở số ${randomUUID()}`);
    return Promise.all(Array.from({ length: admins }, () => holding('departmentAdmin', unitId)));
  }
  const grantOf = async (caller: UserCaller) =>
    (await grants.list({ userId: caller.userId }, caller)).items[0]?.id ?? '';

  test('stays', async () => {
    const [only] = await provinceWith(1);
    if (!only) throw new Error('nobody');
    expect(await codeOf(grants.revoke({ grantId: await grantOf(only) }, only))).toBe(
      grantErrors.lastAdmin.code,
    );
    await expect(
      bed.sql(`UPDATE identity.users SET state = 'locked' WHERE id = $1`, [only.userId]),
    ).rejects.toThrow('without a department admin');
  });

  test('also when two remove each other at the same moment', async () => {
    for (let round = 0; round < 10; round++) {
      const [one, two] = await provinceWith(2);
      if (!one || !two) throw new Error('nobody');
      const [first, second] = [await grantOf(one), await grantOf(two)];
      const codes = await Promise.all([
        codeOf(grants.revoke({ grantId: second }, one)),
        codeOf(grants.revoke({ grantId: first }, two)),
      ]);
      expect(codes.sort()).toEqual(['done', grantErrors.lastAdmin.code]);
    }
  });
});

test('every change of roles and grants is in the audit log, with who made it', async () => {
  const admin = await holding('departmentAdmin', province);
  const given = await grants.give(
    { userId: await someone(school), role: 'teacher', unitId: school, subtree: false },
    admin,
  );
  await grants.revoke({ grantId: given.id }, admin);
  const entries = await bed.sql(
    `SELECT action, actor_id, unit_id, province_id FROM identity.audit_entries WHERE object_id = $1 ORDER BY sequence`,
    [given.id],
  );
  const common = { actor_id: admin.userId, unit_id: school, province_id: province };
  expect(entries).toEqual([
    { action: 'grants.give', ...common },
    { action: 'grants.revoke', ...common },
  ]);
  await expect(bed.sql('DELETE FROM identity.audit_entries')).rejects.toThrow('append-only');
  await expect(bed.sql(`UPDATE identity.audit_entries SET action = 'x'`)).rejects.toThrow('append-only');
});

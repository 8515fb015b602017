import type { UserCaller } from '@diemcau/contracts/core/caller';
import { SessionFacts } from '@diemcau/contracts/identity/sessions';
import { UserFacts, UserChangesClient, userErrors, UsersClient } from '@diemcau/contracts/identity/users';
import { unitErrors } from '@diemcau/contracts/identity/units';
import { eventually } from '@diemcau/testing/service';
import { randomUUID } from 'node:crypto';
import { userCaller } from './identity.js';
import { codeOf, type PeopleBed, startPeople } from './people-bed.js';

let people: PeopleBed;
let users: UsersClient;
let changes: UserChangesClient;
let operator: UserCaller;
let admin: UserCaller;
const reason = 'Theo đề nghị của nhà trường';

beforeAll(async () => {
  people = await startPeople();
  users = people.bed.client(UsersClient);
  changes = people.bed.client(UserChangesClient);
  operator = await people.as('unitOperator', people.district);
  admin = await people.as('departmentAdmin', people.province);
});
afterAll(() => people.bed.stop());

const teacher = async (unitId = people.school): Promise<string> =>
  (await people.as('teacher', unitId)).userId;

async function session(userId: string): Promise<string> {
  const id = randomUUID();
  await people.bed.sql(
    `INSERT INTO identity.sessions (id, user_id, expires_at) VALUES ($1, $2, now() + interval '1 day')`,
    [id, userId],
  );
  return id;
}
const row = async (userId: string) => {
  const [found] = await people.bed.sql<{
    state: string;
    password_hash: string | null;
    rights_version: number;
  }>('SELECT state, password_hash, rights_version FROM identity.users WHERE id = $1', [userId]);
  return found;
};

describe('locking somebody (I6)', () => {
  test('ends the sessions, refuses older tokens, is noted with its reason, and can be taken back', async () => {
    const userId = await teacher();
    const sessionId = await session(userId);
    const [ended, rights] = [
      people.bed.listen(SessionFacts.ended),
      people.bed.listen(SessionFacts.rightsChanged),
    ];
    const before = await row(userId);
    await expect(changes.lock({ userId, reason }, operator)).resolves.toMatchObject({ state: 'locked' });
    await eventually(
      () => ended,
      (bodies) => bodies.some(({ sessionIds }) => sessionIds.includes(sessionId)),
    );
    await eventually(
      () => rights,
      (bodies) => bodies.some((body) => body.users.some((user) => user.userId === userId)),
    );
    expect((await row(userId))?.rights_version).toBeGreaterThan(before?.rights_version ?? 0);
    expect(await people.audited('users.lock', userId)).toEqual([
      { before: { state: 'active' }, after: { state: 'locked', reason } },
    ]);
    await expect(changes.unlock({ userId, reason }, operator)).resolves.toMatchObject({ state: 'active' });
    expect((await row(userId))?.password_hash).not.toBeNull();
  });

  test('twice is once', async () => {
    const userId = await teacher();
    await Promise.all([
      changes.lock({ userId, reason }, operator),
      changes.lock({ userId, reason }, operator),
    ]);
    expect(await people.audited('users.lock', userId)).toHaveLength(1);
  });

  test('is not for oneself, and not for who has no account yet', async () => {
    expect(await codeOf(changes.lock({ userId: operator.userId, reason }, operator))).toBe(
      userErrors.yourself.code,
    );
    const { id: userId } = await changes.create(
      { displayName: 'Chưa Nhận', unitId: people.school, kind: 'staff' },
      operator,
    );
    expect(await codeOf(changes.lock({ userId, reason }, operator))).toBe(userErrors.wrongState.code);
  });
});

describe('disabling somebody who left', () => {
  test('takes sessions, password and initial secret, tells others, and can be undone as an invitation', async () => {
    const heard = people.bed.listen(UserFacts.disabled);
    const userId = await teacher();
    await session(userId);
    await changes.issueSecrets({ userIds: [userId] }, operator);
    await changes.disable({ userId, reason }, operator);
    expect(await row(userId)).toMatchObject({ state: 'disabled', password_hash: null });
    expect(await people.bed.sql('SELECT FROM identity.initial_secrets WHERE user_id = $1', [userId])).toEqual(
      [],
    );
    await eventually(
      () => heard,
      (bodies) => bodies.some(({ userIds }) => userIds.includes(userId)),
    );
    await expect(changes.reinstate({ userId, reason }, operator)).resolves.toMatchObject({
      state: 'invited',
    });
  });

  test('never takes a province its last department admin (I5), also when two lock each other', async () => {
    const province = await people.make.unit('Sở hai quản trị');
    const [one, two] = await Promise.all([
      people.as('departmentAdmin', province),
      people.as('departmentAdmin', province),
    ]);
    for (let round = 0; round < 5; round++) {
      const codes = await Promise.all([
        codeOf(changes.lock({ userId: two.userId, reason }, one)),
        codeOf(changes.disable({ userId: one.userId, reason }, two)),
      ]);
      expect(codes.sort()).toEqual(['done', userErrors.lastAdmin.code]);
      await people.bed.sql(
        `UPDATE identity.users SET state = 'active', password_hash = coalesce(password_hash, 'x') WHERE unit_id = $1`,
        [province],
      );
    }
  });
});

describe('nobody acts on somebody who holds more than themselves (I4)', () => {
  test('an operator neither resets, locks, changes nor moves an admin who belongs to their unit', async () => {
    const userId = await people.make.user('quan-tri-o-truong', { unitId: people.school });
    await people.make.grant(userId, 'departmentAdmin', people.province);
    const { version } = await users.details({ userId }, operator);
    const attempts = [
      changes.issueSecrets({ userIds: [userId] }, operator),
      changes.lock({ userId, reason }, operator),
      changes.disable({ userId, reason }, operator),
      changes.change({ userId, version, email: 'ke-gian@example.com' }, operator),
      changes.move({ userId, version, unitId: people.sibling }, operator),
    ];
    expect(await Promise.all(attempts.map(codeOf))).toEqual(Array(5).fill(userErrors.beyond.code));
    await expect(changes.issueSecrets({ userIds: [userId] }, admin)).resolves.toBeDefined();
  });

  test('also not when the greater role is only to come, or holds elsewhere', async () => {
    const later = await people.make.user('sap-lam-quan-tri', { unitId: people.school });
    await people.make.grant(later, 'unitOperator', people.province, { from: '2999-01-01' });
    const abroad = await people.make.user('lam-ca-noi-khac', { unitId: people.school });
    await people.make.grant(abroad, 'unitOperator', people.elsewhere);
    for (const userId of [later, abroad]) {
      expect(await codeOf(changes.lock({ userId, reason }, operator))).toBe(userErrors.beyond.code);
    }
  });

  test('a revoked or past role is no shield, and a role that everybody’s rights cover is none either', async () => {
    const past = await people.make.user('het-quyen', { unitId: people.school });
    await people.make.grant(past, 'departmentAdmin', people.province, { to: '2021-01-01' });
    const parent = await people.make.user('phu-huynh-hai-truong', { unitId: people.school });
    await people.make.grant(parent, 'parent', people.sibling);
    const schoolOperator = await people.as('unitOperator', people.school);
    for (const userId of [past, parent]) {
      expect(await codeOf(changes.lock({ userId, reason }, schoolOperator))).toBe('done');
    }
  });
});

describe('initial secrets', () => {
  test('are shown once as slips in the order of the list; passwords and sessions end', async () => {
    const made = [];
    for (const displayName of ['Lê Bình', 'Lê An']) {
      made.push(await changes.create({ displayName, unitId: people.school, kind: 'student' }, operator));
    }
    const userIds = made.map(({ id }) => id);
    const { items } = await changes.issueSecrets({ userIds }, operator);
    expect(items.map(({ displayName }) => displayName)).toEqual(['Lê An', 'Lê Bình']);
    for (const { secret } of items) expect(secret).toMatch(/^([a-z2-9]{4}-){2}[a-z2-9]{4}$/);
    const again = await changes.issueSecrets({ userIds }, operator);
    expect(again.items[0]?.secret).not.toBe(items[0]?.secret);

    const userId = await teacher();
    await session(userId);
    await changes.issueSecrets({ userIds: [userId] }, operator);
    expect(await row(userId)).toMatchObject({ state: 'invited', password_hash: null });
    const open = await people.bed.sql(
      'SELECT FROM identity.sessions WHERE user_id = $1 AND ended_at IS NULL',
      [userId],
    );
    expect(open).toEqual([]);
    expect(await people.audited('users.issueSecret', userId)).toHaveLength(1);
  });

  test('are issued to all or to none', async () => {
    const [mine, foreign] = [
      await teacher(),
      await people.make.user('nguoi-tinh-khac', { unitId: people.elsewhere }),
    ];
    expect(await codeOf(changes.issueSecrets({ userIds: [mine, foreign] }, operator))).toBe(
      userErrors.notFound.code,
    );
    const locked = await people.make.user('dang-khoa', { unitId: people.school, state: 'locked' });
    expect(await codeOf(changes.issueSecrets({ userIds: [mine, locked] }, operator))).toBe(
      userErrors.wrongState.code,
    );
    expect(await row(mine)).toMatchObject({ state: 'active' });
    expect(await codeOf(changes.issueSecrets({ userIds: [operator.userId] }, operator))).toBe(
      userErrors.yourself.code,
    );
    const reader = await people.as('secretary', people.school);
    expect(await codeOf(changes.issueSecrets({ userIds: [mine] }, reader))).toBe(userErrors.notFound.code);
  });
});

describe('moving somebody to another unit', () => {
  test('needs rights over both', async () => {
    const userId = await teacher();
    const { version } = await users.details({ userId }, operator);
    const schoolOperator = await people.as('unitOperator', people.school);
    const there = { userId, version, unitId: people.sibling };
    expect(await codeOf(changes.move(there, schoolOperator))).toBe(unitErrors.notFound.code);
    const siblingOperator = await people.as('unitOperator', people.sibling);
    expect(await codeOf(changes.move(there, siblingOperator))).toBe(userErrors.notFound.code);
    await expect(changes.move(there, operator)).resolves.toMatchObject({ unitId: people.sibling });
    expect(await people.audited('users.move', userId)).toHaveLength(1);
  });

  test('keeps the roles, or ends those held on the old unit, with what was lent of them', async () => {
    const [stays, ends] = [await teacher(), await teacher()];
    for (const [userId, grants] of [
      [stays, 'keep'],
      [ends, 'end'],
    ] as const) {
      const { version } = await users.details({ userId }, operator);
      const moved = await changes.move({ userId, version, unitId: people.sibling, grants }, operator);
      expect(moved.grants.map(({ role }) => role)).toEqual(grants === 'keep' ? ['teacher'] : []);
    }
  });

  test('takes nobody to another province, whoever asks', async () => {
    const userId = await teacher();
    const { version } = await users.details({ userId }, admin);
    const both = userCaller(admin.userId, randomUUID(), [
      { role: 'departmentAdmin', unitId: people.province, subtree: true },
      { role: 'departmentAdmin', unitId: people.elsewhere, subtree: true },
    ]);
    const move = changes.move({ userId, version, unitId: people.elsewhere }, both);
    expect(await codeOf(move)).toBe(userErrors.otherProvince.code);
  });
});

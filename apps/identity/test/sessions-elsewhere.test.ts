import { anonymous, type UserCaller } from '@diemcau/contracts/core/caller';
import type { Role } from '@diemcau/contracts/identity/roles';
import { SessionFacts, SessionsClient, type SessionTokens } from '@diemcau/contracts/identity/sessions';
import { eventually, type TestBed } from '@diemcau/testing/service';
import { type Maker, startIdentity, userCaller } from './identity.js';
import { callerWith, from, notedOf, settle, signInTo, tokensOf } from './sign-in-bed.js';

const phone =
  'Mozilla/5.0 (Linux; Android 14; SM-A155F) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/143.0.0.0 Mobile Safari/537.36';
let bed: TestBed;
let make: Maker;
let sessions: SessionsClient;
let province: string;
let users = 0;

beforeAll(async () => {
  ({ bed, make } = await startIdentity());
  sessions = bed.client(SessionsClient);
  province = await make.unit('Sở mẫu');
  await settle(bed, province, { requireSecondFactor: 'nobody', sessionDays: 3 });
});
afterAll(() => bed.stop());

async function someone(unitId = province) {
  const userName = `nguoi-${++users}`;
  const userId = await make.user(userName, { unitId });
  const enter = async (address = '10.0.0.5', agent?: string): Promise<SessionTokens> =>
    tokensOf(await from(address, () => signInTo(bed)(userName), agent));
  return { userId, enter };
}
async function operator(role: Role, unitId: string): Promise<UserCaller> {
  const id = await make.user(`can-bo-${++users}`, { unitId });
  return userCaller(id, id, [await make.grant(id, role, unitId)]);
}
const ended = (tokens: SessionTokens) =>
  expect(sessions.me({}, callerWith(tokens))).rejects.toThrow('sessions.ended');

test('a session says with what device, from which network, since when, and when it was last seen', async () => {
  const { enter } = await someone();
  const school = await enter('10.20.30.40');
  const street = await enter('203.0.113.9', phone);
  const { items } = await sessions.list({}, callerWith(street));
  expect(items).toEqual([
    expect.objectContaining({
      device: { kind: 'phone', browser: 'Chrome 143', system: 'Android 14' },
      address: '203.0.113.9',
      network: 'internet',
      way: 'password',
      current: true,
    }),
    expect.objectContaining({ address: '10.20.30.40', network: 'internal', current: false }),
  ]);
  const [{ startedAt = '', expiresAt = '' } = {}] = items;
  expect(Math.round((Date.parse(expiresAt) - Date.parse(startedAt)) / 86_400_000)).toBe(3);
  await from('198.51.100.1', () => sessions.refresh({ refreshToken: school.refreshToken }, anonymous));
  const [seen] = (await sessions.list({}, callerWith(street))).items;
  expect(seen).toMatchObject({ address: '198.51.100.1', current: false });
  expect(Date.parse(seen?.lastSeenAt ?? '')).toBeGreaterThanOrEqual(Date.parse(seen?.startedAt ?? ''));
});

test('one is ended and no other; all but this one; each is told to the edges', async () => {
  const told = bed.listen(SessionFacts.ended);
  const { enter, userId } = await someone();
  const [here, there, elsewhere] = [await enter(), await enter(), await enter()];
  const { sessionId } = callerWith(there);
  await expect(sessions.end({ sessionId }, callerWith(here))).resolves.toEqual({ ended: 1 });
  await ended(there);
  await expect(sessions.end({ sessionId }, callerWith(here))).rejects.toThrow('sessions.notFound');
  await expect(sessions.endOthers({}, callerWith(here))).resolves.toEqual({ ended: 1 });
  await ended(elsewhere);
  expect((await sessions.list({}, callerWith(here))).items).toHaveLength(1);
  await eventually(
    () => told.flatMap(({ sessionIds }) => sessionIds),
    ({ length }) => length === 2,
  );
  expect(await notedOf(bed, userId)).toContain('sessions.end');
});

test('nobody ends or sees a stranger’s session', async () => {
  const [one, other] = [await (await someone()).enter(), await (await someone()).enter()];
  const { sessionId, userId } = callerWith(one);
  await expect(sessions.end({ sessionId }, callerWith(other))).rejects.toThrow('sessions.notFound');
  await expect(sessions.listOf({ userId }, callerWith(other))).rejects.toThrow('users.notFound');
  await expect(sessions.list({}, anonymous)).rejects.toThrow('common.signInNeeded');
});

test('an operator sees and ends those of the people within scope, and the auditor reads who did', async () => {
  const school = await make.unit('Trường mẫu', { parentId: province, type: 'school' });
  const sibling = await make.unit('Trường khác', { parentId: province, type: 'school' });
  const [cntt, neighbour, teacher] = [
    await operator('unitOperator', school),
    await operator('unitOperator', sibling),
    await operator('teacher', school),
  ];
  const who = await someone(school);
  const [first, second, third] = [await who.enter(), await who.enter(), await who.enter()];
  const { userId } = who;
  for (const stranger of [neighbour, teacher]) {
    await expect(sessions.listOf({ userId }, stranger)).rejects.toThrow('users.notFound');
    await expect(sessions.endAllOf({ userId }, stranger)).rejects.toThrow('users.notFound');
  }
  expect((await sessions.listOf({ userId }, cntt)).items).toHaveLength(3);
  const { sessionId } = callerWith(first);
  await sessions.endOf({ userId, sessionId }, cntt);
  await ended(first);
  await expect(sessions.endAllOf({ userId }, cntt)).resolves.toEqual({ ended: 2 });
  await ended(second);
  await ended(third);
  const [entry] = await bed.sql<{ actor_id: string }>(
    `SELECT actor_id FROM identity.audit_entries WHERE object_id = $1 AND action = 'sessions.end' LIMIT 1`,
    [userId],
  );
  expect(entry?.actor_id).toBe(cntt.userId);
});

test('a sign-in and a failed one are in the audit log, with the address and without what was typed', async () => {
  const { userId, enter } = await someone();
  await enter('203.0.113.77');
  const userName = `nguoi-${users}`;
  await from('203.0.113.78', () => signInTo(bed)(userName, 'điều bí mật').catch(() => undefined));
  const rows = await bed.sql<{ action: string; address: string; after: object }>(
    `SELECT action, address, after FROM identity.audit_entries WHERE object_id = $1 ORDER BY sequence`,
    [userId],
  );
  expect(rows).toEqual([
    { action: 'sessions.signIn', address: '203.0.113.77', after: { way: 'password' } },
    { action: 'sessions.signInFailed', address: '203.0.113.78', after: { by: 'password' } },
  ]);
});

import { AuditLogClient } from '@diemcau/contracts/identity/audit';
import { PrivacyClient } from '@diemcau/contracts/identity/privacy';
import type { TestBed } from '@diemcau/testing/service';
import { randomUUID } from 'node:crypto';
import { goneTables, staysWithoutName } from '../src/privacy/erasure-statements.js';
import { userCaller } from './identity.js';
import { codeOf, type PeopleBed, startPeople } from './people-bed.js';
import { madePerson, whenEnded } from './privacy-bed.js';

let people: PeopleBed;
let bed: TestBed;
let privacy: PrivacyClient;
beforeAll(async () => {
  people = await startPeople();
  ({ bed } = people);
  privacy = bed.client(PrivacyClient);
});
afterAll(() => bed.stop());

test('every table that belongs to somebody goes, or is known to stay without a name', async () => {
  const owned = await bed.sql<{ table: string }>(
    `SELECT DISTINCT con.conrelid::regclass::text AS table FROM pg_constraint con
     WHERE con.contype = 'f' AND con.confrelid = 'identity.users'::regclass`,
  );
  const known = new Set([...goneTables, ...staysWithoutName].map((name) => `identity.${name}`));
  expect(owned.map(({ table }) => table).filter((table) => !known.has(table))).toEqual([]);
});

describe('an erasure', () => {
  test('approved by a second person takes out what tells who it was, and keeps the trace', async () => {
    const { userId, userName } = await madePerson(people, 'Trần Thị Mẫu Xoá');
    await bed.sql(
      'INSERT INTO identity.sessions (id, user_id, expires_at) VALUES ($1, $2, now() + interval $$1 day$$)',
      [randomUUID(), userId],
    );
    const [operator, second] = [
      await people.as('unitOperator', people.school),
      await people.as('unitOperator', people.district),
    ];
    const asked = await privacy.askForErasure({ userId, userName, reason: 'Thôi việc' }, operator);
    expect(asked).toMatchObject({ state: 'waiting', kind: 'erasure' });
    expect(await codeOf(privacy.approve({ requestId: asked.id, userName }, operator))).toBe(
      'privacy.sameRequester',
    );
    expect(await codeOf(privacy.approve({ requestId: asked.id, userName: 'khac' }, second))).toBe(
      'privacy.wrongName',
    );
    await privacy.approve({ requestId: asked.id, userName }, second);
    expect(await whenEnded(people, asked.id, second)).toMatchObject({
      state: 'done',
      displayName: 'Người dùng đã xoá',
    });

    const [user] = await bed.sql('SELECT * FROM identity.users WHERE id = $1', [userId]);
    expect(user).toMatchObject({
      state: 'disabled',
      phone: null,
      email: null,
      birth_date: null,
      password_hash: null,
    });
    expect(JSON.stringify(user)).not.toMatch(/Trần Thị Mẫu Xoá|mau-/);
    expect(await bed.sql('SELECT 1 FROM identity.sessions WHERE user_id = $1', [userId])).toEqual([]);
    const { items } = await bed.client(AuditLogClient).list({ objectId: userId }, second);
    expect(items.map(({ action }) => action)).toEqual([
      'privacy.erase',
      'privacy.approve',
      'privacy.askForErasure',
    ]);
    expect(await codeOf(privacy.askForErasure({ userId, userName }, operator))).toBe('privacy.erased');
  });

  test('asked for by the person waits, can be withdrawn, and is executed when the time is over', async () => {
    const { userName, caller } = await madePerson(people);
    const first = await privacy.askForErasure({ userName: userName.toUpperCase() }, caller);
    expect(await codeOf(privacy.askForErasure({ userName }, caller))).toBe('privacy.alreadyAsked');
    expect(await privacy.withdraw({ requestId: first.id }, caller)).toMatchObject({ state: 'withdrawn' });
    expect(await codeOf(privacy.withdraw({ requestId: first.id }, caller))).toBe('privacy.decided');
    const second = await privacy.askForErasure({ userName }, caller);
    await bed.sql(
      `UPDATE identity.privacy_requests SET execute_at = now() - interval '1 second' WHERE id = $1`,
      [second.id],
    );
    expect(await whenEnded(people, second.id, caller)).toMatchObject({ state: 'done' });
  });

  test('that is refused and withdrawn at the same moment ends one way, told once', async () => {
    const { userId, userName, caller } = await madePerson(people);
    const { id: requestId } = await privacy.askForErasure({ userName }, caller);
    const manager = await people.as('unitOperator', people.school);
    await Promise.all([
      codeOf(privacy.withdraw({ requestId }, caller)),
      codeOf(privacy.refuse({ requestId, reason: 'Lý do mẫu' }, manager)),
      codeOf(privacy.withdraw({ requestId }, caller)),
    ]).then((codes) => expect(codes.sort()).toEqual(['done', 'privacy.decided', 'privacy.decided']));
    const { items } = await bed.client(AuditLogClient).list({ objectId: userId }, manager);
    expect(items).toHaveLength(2);
  });

  test('can be refused with a reason, by who manages the unit only', async () => {
    const { userName, caller } = await madePerson(people);
    const { id: requestId } = await privacy.askForErasure({ userName }, caller);
    const outsider = await people.as('unitOperator', people.sibling);
    const manager = await people.as('unitOperator', people.school);
    const reason = 'Đang là đương sự của một vụ việc';
    expect(await codeOf(privacy.refuse({ requestId, reason }, outsider))).toBe('privacy.notFound');
    expect(await privacy.refuse({ requestId, reason }, manager)).toMatchObject({
      state: 'refused',
      outcome: reason,
    });
  });

  test('needs the user name typed again, and reaches nobody outside the units of who asks', async () => {
    const { userId, userName } = await madePerson(people);
    const manager = await people.as('unitOperator', people.school);
    const outsider = await people.as('unitOperator', people.sibling);
    expect(await codeOf(privacy.askForErasure({ userId, userName: 'nham' }, manager))).toBe(
      'privacy.wrongName',
    );
    expect(await codeOf(privacy.askForErasure({ userId, userName }, outsider))).toBe('users.notFound');
  });

  test('of somebody who holds more than the asker is refused', async () => {
    const { userId, userName } = await madePerson(people);
    await people.make.grant(userId, 'departmentAdmin', people.province);
    const other = await people.as('departmentAdmin', people.province);
    const operator = await people.as('unitOperator', people.school);
    expect(other.userId).not.toBe(userId);
    expect(await codeOf(privacy.askForErasure({ userId, userName }, operator))).toBe('users.beyond');
  });

  test('does not take the last department administrator, at asking nor at executing', async () => {
    const province = await people.make.unit('Sở một người');
    const [one, two] = ['mot', 'hai'].map((name) => `${name}-${randomUUID().slice(0, 8)}`);
    const ids = await Promise.all(
      [one, two].map((name) => people.make.user(name ?? '', { unitId: province })),
    );
    const callers = [];
    for (const id of ids) {
      callers.push(userCaller(id, id, [await people.make.grant(id, 'departmentAdmin', province)]));
    }
    const [first, second] = callers;
    if (!first || !second || !one || !two) throw new Error('two administrators');
    const asked = await privacy.askForErasure({ userName: one }, first);
    await bed.sql(`UPDATE identity.users SET state = 'locked' WHERE id = $1`, [second.userId]);
    expect(await codeOf(privacy.askForErasure({ userId: first.userId, userName: one }, second))).toBe(
      'privacy.lastAdmin',
    );
    await bed.sql(
      `UPDATE identity.privacy_requests SET execute_at = now() - interval '1 second' WHERE id = $1`,
      [asked.id],
    );
    expect(await whenEnded(people, asked.id, first)).toMatchObject({
      state: 'failed',
      outcome: 'privacy.lastAdmin',
    });
    const [user] = await bed.sql('SELECT state, erased_at FROM identity.users WHERE id = $1', [first.userId]);
    expect(user).toEqual({ state: 'active', erased_at: null });
  });
});

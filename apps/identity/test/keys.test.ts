import { type Grant, type UserCaller } from '@diemcau/contracts/core/caller';
import { apiKey, keyErrors, KeyFacts, KeysClient, type MakeKey } from '@diemcau/contracts/identity/keys';
import { eventually, type TestBed } from '@diemcau/testing/service';
import { createHash, randomUUID } from 'node:crypto';
import { type Maker, service, startIdentity, userCaller } from './identity.js';

let bed: TestBed;
let make: Maker;
let keys: KeysClient;
let province: string;
let school: string;
let sibling: string;
let users = 0;

beforeAll(async () => {
  ({ bed, make } = await startIdentity());
  keys = bed.client(KeysClient);
  province = await make.unit('Sở mẫu');
  const commune = await make.unit('Xã mẫu', { parentId: province, type: 'commune' });
  school = await make.unit('Trường mẫu', { parentId: commune, type: 'school' });
  sibling = await make.unit('Trường khác', { parentId: commune, type: 'school' });
});
afterAll(() => bed.stop());

/** Somebody with a role over a unit and everything below, as the database and the token say. */
async function holder(role: 'departmentAdmin' | 'teacher', unitId = province): Promise<UserCaller> {
  const userId = await make.user(`nguoi-${++users}`, { unitId });
  const grant: Grant = await make.grant(userId, role, unitId);
  return userCaller(userId, randomUUID(), [grant]);
}
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();
const wish = (more: Partial<MakeKey> = {}): MakeKey => ({
  name: 'Đồng bộ mẫu',
  unitId: school,
  subtree: true,
  scopes: ['units.read', 'users.read'],
  expiresAt: inDays(30),
  ...more,
});
const recognise = (token: string) => {
  const [, digits = '', secret = ''] = apiKey.pattern.exec(token) ?? [];
  const keyId = digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  return keys.recognise({ keyId, secretHash: createHash('sha256').update(secret).digest('hex') }, service);
};

describe('making a key', () => {
  test('tells the secret once, and keeps its hash only', async () => {
    const admin = await holder('departmentAdmin');
    const { key, secret } = await keys.make(wish(), admin);
    expect(secret).toMatch(apiKey.pattern);
    expect(key).toMatchObject({ unitId: school, scopes: ['units.read', 'users.read'], lastUsedAt: null });
    expect(key.effective).toEqual(key.scopes);
    const stored = JSON.stringify(
      await bed.sql('SELECT *, encode(secret_hash, $2) AS hash FROM identity.api_keys WHERE id = $1', [
        key.id,
        'hex',
      ]),
    );
    expect(stored).not.toContain(secret.split('_').at(-1));
    expect(JSON.stringify(await keys.find({ keyId: key.id }, admin))).not.toContain(secret);
  });

  test("nobody makes one beyond one's own (I4)", async () => {
    const inSchool = await holder('departmentAdmin', school);
    await expect(keys.make(wish(), inSchool)).resolves.toBeDefined();
    const refused = [{ unitId: sibling }, { unitId: province }];
    for (const more of refused) {
      await expect(keys.make(wish(more), inSchool)).rejects.toThrow('units.notFound');
    }
    const { userId } = inSchool;
    const limited = { ...inSchool, roles: { departmentAdmin: ['keys.manage', 'units.read'] } } as const;
    await expect(keys.make(wish(), limited)).rejects.toThrow(keyErrors.beyond.code);
    const aloneInUnit = userCaller(userId, randomUUID(), [
      { role: 'departmentAdmin', unitId: school, subtree: false },
    ]);
    await expect(keys.make(wish(), aloneInUnit)).rejects.toThrow('units.notFound');
    await expect(keys.make(wish({ subtree: false }), aloneInUnit)).resolves.toBeDefined();
  });

  test('is for people: a key makes no keys', async () => {
    const grants = [{ role: 'key', unitId: province, subtree: true }];
    const program = { kind: 'key', keyId: randomUUID(), grants, roles: { key: ['keys.manage'] } } as const;
    await expect(keys.make(wish({ scopes: ['keys.manage'] }), program)).rejects.toThrow(
      keyErrors.peopleOnly.code,
    );
  });

  test.each([
    ['a year and two days', { expiresAt: inDays(368) }, keyErrors.badExpiry],
    ['a moment ago', { expiresAt: inDays(-0.01) }, keyErrors.badExpiry],
    ['an address that is none', { addresses: ['10.0.0.0/40'] }, keyErrors.badAddress],
  ])('is refused with %s', async (_, more, failure) => {
    await expect(keys.make(wish(more), await holder('departmentAdmin'))).rejects.toThrow(failure.code);
  });

  test('is told to the auditor without the secret', async () => {
    const admin = await holder('departmentAdmin');
    const { key, secret } = await keys.make(wish(), admin);
    await keys.revoke({ keyId: key.id }, admin);
    const entries = await bed.sql<{ action: string; actor_id: string }>(
      'SELECT * FROM identity.audit_entries WHERE object_id = $1 ORDER BY sequence',
      [key.id],
    );
    expect(entries.map(({ action, actor_id }) => [action, actor_id])).toEqual([
      ['keys.make', admin.userId],
      ['keys.revoke', admin.userId],
    ]);
    expect(JSON.stringify(entries)).not.toContain(secret.slice(-20));
  });
});

describe('a key that is sent', () => {
  test('opens what its maker holds at that moment, and not more', async () => {
    const admin = await holder('departmentAdmin');
    const { secret, key } = await keys.make(wish({ scopes: ['units.read', 'users.write'] }), admin);
    await expect(recognise(secret)).resolves.toMatchObject({ permissions: ['units.read', 'users.write'] });
    await bed.sql('UPDATE identity.role_grants SET unit_id = $2 WHERE user_id = $1', [admin.userId, sibling]);
    await expect(recognise(secret)).resolves.toMatchObject({ permissions: [] });
    await bed.sql(`UPDATE identity.role_grants SET unit_id = $2, role = 'leader' WHERE user_id = $1`, [
      admin.userId,
      province,
    ]);
    await expect(recognise(secret)).resolves.toMatchObject({ permissions: ['units.read'] });
    const other = await holder('departmentAdmin');
    expect((await keys.find({ keyId: key.id }, other)).effective).toEqual(['units.read']);
  });

  test.each(['locked', 'disabled'])('is nothing when its maker is %s', async (state) => {
    const admin = await holder('departmentAdmin');
    const { secret } = await keys.make(wish(), admin);
    await bed.sql('UPDATE identity.users SET state = $2 WHERE id = $1', [admin.userId, state]);
    await expect(recognise(secret)).rejects.toThrow(keyErrors.unknown.code);
  });

  test('is nothing when its secret is wrong, when it ran out, and when it is unknown', async () => {
    const admin = await holder('departmentAdmin');
    const { secret, key } = await keys.make(wish(), admin);
    await expect(recognise(secret.slice(0, -1) + (secret.endsWith('A') ? 'B' : 'A'))).rejects.toThrow(
      keyErrors.unknown.code,
    );
    await expect(recognise(`dck_${'0'.repeat(32)}_${'A'.repeat(43)}`)).rejects.toThrow(
      keyErrors.unknown.code,
    );
    await bed.sql(`UPDATE identity.api_keys SET expires_at = now() - interval '1 second' WHERE id = $1`, [
      key.id,
    ]);
    await expect(recognise(secret)).rejects.toThrow(keyErrors.unknown.code);
  });

  test('holds until a role of its maker runs out at the latest', async () => {
    const admin = await holder('departmentAdmin');
    const { secret } = await keys.make(wish(), admin);
    const to = inDays(1);
    await bed.sql('UPDATE identity.role_grants SET valid_to = $2 WHERE user_id = $1', [admin.userId, to]);
    expect((await recognise(secret)).until).toBe(to);
  });

  test('is written down once a minute, however often it is used', async () => {
    const admin = await holder('departmentAdmin');
    const { secret, key } = await keys.make(wish(), admin);
    await recognise(secret);
    const [first] = await bed.sql<{ xmin: string }>('SELECT xmin FROM identity.api_keys WHERE id = $1', [
      key.id,
    ]);
    await bed.sql(
      `UPDATE identity.api_keys SET last_used_at = last_used_at + interval '1 minute' WHERE id = $1`,
      [key.id],
    );
    const [before] = await bed.sql<{ xmin: string }>('SELECT xmin FROM identity.api_keys WHERE id = $1', [
      key.id,
    ]);
    for (let i = 0; i < 5; i++) await recognise(secret);
    const [after] = await bed.sql<{ xmin: string; last_used_at: Date }>(
      'SELECT xmin, last_used_at FROM identity.api_keys WHERE id = $1',
      [key.id],
    );
    expect(first).toBeDefined();
    expect(after?.xmin).toBe(before?.xmin);
    expect(after?.last_used_at.getUTCSeconds()).toBe(0);
  });

  test('is asked about by services only', async () => {
    const admin = await holder('departmentAdmin');
    const asked = keys.recognise({ keyId: randomUUID(), secretHash: '0'.repeat(64) }, admin);
    await expect(asked).rejects.toThrow('common.notAllowed');
  });
});

describe('revoking', () => {
  test('ends the key at once, tells the edges, and is harmless twice', async () => {
    const facts = bed.listen(KeyFacts.revoked);
    const admin = await holder('departmentAdmin');
    const { key, secret } = await keys.make(wish(), admin);
    const results = await Promise.all([1, 2, 3].map(() => keys.revoke({ keyId: key.id }, admin)));
    for (const { revokedAt } of results) expect(revokedAt).not.toBeNull();
    await expect(recognise(secret)).rejects.toThrow(keyErrors.unknown.code);
    // What earlier tests revoked may be told only now.
    const ofKey = () => facts.filter(({ keyIds }) => keyIds.includes(key.id));
    await eventually(ofKey, (heard) => heard.length > 0);
    expect(ofKey()).toEqual([{ keyIds: [key.id] }]);
  });

  test('is for who manages keys of the unit; for others there is no such key', async () => {
    const { key } = await keys.make(wish(), await holder('departmentAdmin'));
    for (const stranger of [await holder('departmentAdmin', sibling), await holder('teacher')]) {
      await expect(keys.revoke({ keyId: key.id }, stranger)).rejects.toThrow(keyErrors.notFound.code);
      await expect(keys.find({ keyId: key.id }, stranger)).rejects.toThrow(keyErrors.notFound.code);
    }
  });
});

test('lists show the keys of units the caller manages, the latest first, page by page', async () => {
  const unitId = await make.unit('Trường có khoá', { parentId: province, type: 'school' });
  const admin = await holder('departmentAdmin', unitId);
  const made: string[] = [];
  for (const name of ['Một', 'Đề thi hai', 'Ba'])
    made.push((await keys.make(wish({ name, unitId }), admin)).key.id);
  const first = await keys.list({ limit: 2 }, admin);
  expect([first.total, first.items.map(({ id }) => id)]).toEqual([3, [made[2], made[1]]]);
  const second = await keys.list({ limit: 2, cursor: first.nextCursor ?? '' }, admin);
  expect([second.items.map(({ id }) => id), second.nextCursor]).toEqual([[made[0]], null]);
  await keys.revoke({ keyId: made[0] ?? '' }, admin);
  expect((await keys.list({}, admin)).total).toBe(2);
  expect((await keys.list({ dead: true }, admin)).total).toBe(3);
  expect((await keys.list({ q: 'HAI de' }, admin)).items.map(({ name }) => name)).toEqual(['Đề thi hai']);
  expect((await keys.list({}, await holder('departmentAdmin', sibling))).total).toBe(0);
  const above = await holder('departmentAdmin');
  expect((await keys.list({ unitId }, above)).total).toBe(2);
  await expect(keys.list({ cursor: 'bịa' }, admin)).rejects.toThrow('common.invalid');
});

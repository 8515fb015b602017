import { body, type Rest } from '@diemcau/client/rest';
import type { Role } from '@diemcau/contracts/identity/roles';
import { EdgeBed } from './edge-bed.js';
import { codeOf } from './guests.js';
import { until } from './until.js';

let bed: EdgeBed;
let admin: Rest;
let unitId: string;

beforeAll(async () => {
  bed = await EdgeBed.start({ services: ['identity', 'gateway'], replicas: { gateway: 2 } });
  admin = bed.rest(await bed.as('departmentAdmin'));
  const { items } = await body(admin.GET('/api/v1/units'));
  unitId = items.find(({ parentId }) => parentId === null)?.id ?? '';
}, 120_000);
afterAll(() => bed.stop());

const inAMonth = () => new Date(Date.now() + 30 * 86_400_000).toISOString();
type Scope = 'units.read' | 'users.read' | 'sessions.end' | 'keys.manage';
const makeKey = async (scopes: Scope[] = ['units.read'], addresses: string[] = [], by = admin) =>
  body(
    by.POST('/api/v1/keys', {
      body: { name: 'Mẫu', unitId, subtree: true, scopes, expiresAt: inAMonth(), addresses },
    }),
  );
const status = async (key: string, path = '/api/v1/units', url = bed.url, headers = {}) =>
  (await fetch(`${url}${path}`, { headers: { authorization: `Bearer ${key}`, ...headers } })).status;
const everywhere = (key: string) => Promise.all(bed.system.urls.map((url) => status(key, undefined, url)));

/** With what is granted now. */
async function signInAgain(role: Role): Promise<string> {
  const { userName = '', password = '' } = bed.system.demo?.accounts.find((one) => one.role === role) ?? {};
  const { session } = await body(bed.rest().POST('/api/v1/sessions', { body: { userName, password } }));
  return session?.accessToken ?? '';
}

test('a key opens what it was made for, at every gateway, and nothing else', async () => {
  const { secret } = await makeKey();
  expect(await everywhere(secret)).toEqual([200, 200]);
  expect(await status(secret, '/api/v1/keys')).toBe(403);
});

test('a key is no person: it has no account, no sessions and no socket', async () => {
  const { secret } = await makeKey(['units.read', 'sessions.end', 'keys.manage']);
  expect(await status(secret, '/api/v1/me')).toBe(401);
  const socket = await bed.socket();
  expect(await codeOf(socket.request('edge.identify', { accessToken: secret }))).toBe('common.signInNeeded');
  const another = makeKey(['units.read'], [], bed.rest(secret));
  expect(await codeOf(another)).toBe('keys.peopleOnly');
});

test('a key that is bound to addresses is nobody elsewhere', async () => {
  const { secret: elsewhere } = await makeKey(['units.read'], ['203.0.113.0/24']);
  const { secret: here } = await makeKey(['units.read'], ['127.0.0.0/8', '::1']);
  expect([await status(elsewhere), await status(here)]).toEqual([401, 200]);
});

test.each(['dck_', `dck_${'0'.repeat(32)}_${'A'.repeat(43)}`, `dck_${'0'.repeat(32)}_${'A'.repeat(42)}`])(
  '%s is nobody',
  async (key) => expect(await status(key)).toBe(401),
);

test('a revoked key is refused by every gateway within 5 s, though all of them knew it (I6)', async () => {
  const { secret, key } = await makeKey();
  expect(await everywhere(secret)).toEqual([200, 200]);
  await admin.DELETE('/api/v1/keys/{keyId}', { params: { path: { keyId: key.id } } });
  await until(async () => (await everywhere(secret)).every((one) => one === 401));
});

test('a key loses what its maker loses, within 5 s (I4, I6)', async () => {
  const { id: userId } = await body(bed.rest(await bed.as('leader')).GET('/api/v1/me'));
  const grant = await body(
    admin.POST('/api/v1/grants', { body: { userId, role: 'departmentAdmin', unitId, subtree: true } }),
  );
  const maker = bed.rest(await signInAgain('leader'));
  const { secret } = await makeKey(['units.read', 'keys.manage'], [], maker);
  const statuses = () => Promise.all(bed.system.urls.map((url) => status(secret, '/api/v1/keys', url)));
  expect(await statuses()).toEqual([200, 200]);
  await admin.DELETE('/api/v1/grants/{grantId}', { params: { path: { grantId: grant.id } } });
  await until(async () => (await statuses()).every((one) => one === 403));
  // What is left of its maker's rights is left of the key.
  expect(await status(secret)).toBe(200);
});

test('a gateway that was killed refuses what was revoked meanwhile', async () => {
  const { secret, key } = await makeKey();
  expect(await everywhere(secret)).toEqual([200, 200]);
  await bed.system.kill('gateway', 'SIGKILL');
  await admin.DELETE('/api/v1/keys/{keyId}', { params: { path: { keyId: key.id } } }).catch(() => undefined);
  await bed.system.whenReady('gateway');
  await admin.DELETE('/api/v1/keys/{keyId}', { params: { path: { keyId: key.id } } });
  await until(async () => (await everywhere(secret)).every((one) => one === 401));
});

import type { MadeKey } from '@diemcau/contracts/identity/keys';
import type { GrantPage } from '@diemcau/contracts/identity/grants';
import type { CurrentUser, SignInAnswer } from '@diemcau/contracts/identity/sessions';
import type { Socket } from '@diemcau/client/socket';
import { EdgeBed } from './edge-bed.js';
import { until } from './until.js';

/** I6: the whole way, from the request that revokes to the last gateway. */
const limitMs = 5000;

let bed: EdgeBed;
let admin: string;
beforeAll(async () => {
  bed = await EdgeBed.start({ services: ['identity', 'gateway'], replicas: { gateway: 2 } });
  admin = await bed.as('departmentAdmin');
}, 60_000);
afterAll(() => bed.stop());

interface SignedInEverywhere {
  readonly token: string;
  readonly cookie: string;
  readonly user: CurrentUser;
  /** One at each gateway. */
  readonly sockets: readonly Socket[];
}

const asked = (token: string) => ({ headers: { authorization: `Bearer ${token}` } });

/** A demo account, signed in, with a socket at each gateway. */
async function everywhere(userName: string): Promise<SignedInEverywhere> {
  const account = bed.system.demo?.accounts.find((known) => known.userName === userName);
  const answer = await bed.send('POST', '/api/v1/sessions', {
    body: { userName, password: account?.password },
  });
  const { session } = JSON.parse(answer.text) as SignInAnswer;
  if (!session) throw new Error(`${userName} was not signed in: ${answer.text}`);
  const { accessToken: token, user } = session;
  const sockets = await Promise.all(bed.system.urls.map((url) => bed.socket(token, url)));
  for (const url of bed.system.urls) expect(await statusAt(url, token)).toBe(200);
  const [cookie = ''] = (answer.headers.get('set-cookie') ?? '').split('; ');
  return { token, cookie, user, sockets };
}

const statusAt = async (url: string, token: string) =>
  (await fetch(`${url}/api/v1/units?limit=1`, asked(token))).status;

/** Until every gateway refuses the token and has closed the socket, counted from before `revoke`. */
async function outAfter(
  { token, sockets }: SignedInEverywhere,
  revoke: () => Promise<unknown>,
): Promise<number> {
  const closed = sockets.map((socket) => new Promise<void>((resolve) => socket.onState(() => resolve())));
  const begun = performance.now();
  await revoke();
  await Promise.all([...closed, refusedEverywhere(token)]);
  return performance.now() - begun;
}

/** A key of the department's, known to both gateways. */
async function keyOf(token: string): Promise<{ id: string; secret: string }> {
  const { unitId } = JSON.parse((await bed.send('GET', '/api/v1/me', asked(token))).text) as CurrentUser;
  const body = {
    name: 'Thử thu hồi',
    unitId,
    subtree: true,
    scopes: ['units.read'],
    expiresAt: new Date(Date.now() + 3_600_000).toISOString(),
  };
  const made = JSON.parse(
    (await bed.send('POST', '/api/v1/keys', { ...asked(token), body })).text,
  ) as MadeKey;
  for (const url of bed.system.urls) expect(await statusAt(url, made.secret)).toBe(200);
  return { id: made.key.id, secret: made.secret };
}

const refusedEverywhere = (token: string) =>
  Promise.all(bed.system.urls.map((url) => until(async () => (await statusAt(url, token)) === 401)));

const grantsOf = async ({ user }: SignedInEverywhere) =>
  JSON.parse((await bed.send('GET', `/api/v1/grants?userId=${user.id}`, asked(admin))).text) as GrantPage;

describe('within five seconds, at both gateways, REST is refused and sockets are closed (I6)', () => {
  test('when a role is taken back; the next token has it no more', async () => {
    const teacher = await everywhere('giao-vien');
    const [grant] = (await grantsOf(teacher)).items;
    const took = await outAfter(teacher, () =>
      bed.send('DELETE', `/api/v1/grants/${grant?.id}`, asked(admin)),
    );
    expect(took).toBeLessThan(limitMs);

    const renewed = await bed.send('POST', '/api/v1/sessions/refresh', {
      headers: { cookie: teacher.cookie },
    });
    const { accessToken } = JSON.parse(renewed.text) as { accessToken: string };
    const statuses = await Promise.all(bed.system.urls.map((url) => statusAt(url, accessToken)));
    expect(statuses).toEqual([403, 403]);
  });

  test('when somebody signs out everywhere, on another gateway', async () => {
    const chair = await everywhere('chu-toa');
    const [, second = ''] = bed.system.urls;
    const took = await outAfter(chair, () =>
      fetch(`${second}/api/v1/sessions`, { method: 'DELETE', ...asked(chair.token) }),
    );
    expect(took).toBeLessThan(limitMs);
    const renewed = await bed.send('POST', '/api/v1/sessions/refresh', { headers: { cookie: chair.cookie } });
    expect(renewed.problem.code).toBe('sessions.ended');
  });

  test('when an operator locks the account', async () => {
    const secretary = await everywhere('thu-ky');
    const body = { reason: 'Thử khoá' };
    const path = `/api/v1/users/${secretary.user.id}/lock`;
    const took = await outAfter(secretary, () => bed.send('POST', path, { ...asked(admin), body }));
    expect(took).toBeLessThan(limitMs);
    const renewed = await bed.send('POST', '/api/v1/sessions/refresh', {
      headers: { cookie: secretary.cookie },
    });
    expect(renewed.status).toBe(401);
  });

  test('when an operator ends the session', async () => {
    const leader = await everywhere('lanh-dao');
    const took = await outAfter(leader, () =>
      bed.send('DELETE', `/api/v1/users/${leader.user.id}/sessions`, asked(admin)),
    );
    expect(took).toBeLessThan(limitMs);
  });

  test('when an API key is revoked', async () => {
    const one = await keyOf(admin);
    const began = performance.now();
    await bed.send('DELETE', `/api/v1/keys/${one.id}`, asked(admin));
    await refusedEverywhere(one.secret);
    expect(performance.now() - began).toBeLessThan(limitMs);
  });

  test('also for a gateway that was away when it happened', async () => {
    const director = await everywhere('dieu-khien');
    const [first = '', second = ''] = bed.system.urls;
    await bed.system.kill('gateway-2', 'SIGKILL');
    await fetch(`${first}/api/v1/sessions`, { method: 'DELETE', ...asked(director.token) });
    await bed.system.whenReady('gateway-2');
    expect(await statusAt(second, director.token)).toBe(401);
  });
});

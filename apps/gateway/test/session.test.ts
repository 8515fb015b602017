import { type AccessTokens, fixedToken } from '@diemcau/client/rest/access-tokens';
import { body, createRest } from '@diemcau/client/rest';
import { createSocket } from '@diemcau/client/socket';
import type { Role } from '@diemcau/contracts/identity/roles';
import type { SignedIn, SignInAnswer } from '@diemcau/contracts/identity/sessions';
import { randomUUID } from 'node:crypto';
import { EdgeBed } from './edge-bed.js';
import { until } from './until.js';

let bed: EdgeBed;
beforeAll(async () => {
  bed = await EdgeBed.start({ services: ['identity', 'gateway'] });
}, 60_000);
afterAll(() => bed.stop());

interface Browser {
  readonly token: string;
  readonly cookie: string;
  readonly attributes: readonly string[];
}

const read = (answer: Awaited<ReturnType<EdgeBed['send']>>): Browser => {
  const [pair = '', ...attributes] = (answer.headers.get('set-cookie') ?? '').split('; ');
  // Signing in answers a session or a challenge, renewing a session.
  const answered = JSON.parse(answer.text) as SignedIn & SignInAnswer;
  const { accessToken } = answered.session ?? answered;
  return { token: accessToken, cookie: pair, attributes };
};

async function signIn(role: Role): Promise<Browser> {
  const account = bed.system.demo?.accounts.find((candidate) => candidate.role === role);
  const { userName, password } = account ?? { userName: '', password: '' };
  return read(await bed.send('POST', '/api/v1/sessions', { body: { userName, password } }));
}
const refresh = (cookie: string, headers: Record<string, string> = {}) =>
  bed.send('POST', '/api/v1/sessions/refresh', { headers: { cookie, ...headers } });
const me = async (token: string) =>
  (await bed.send('GET', '/api/v1/me', { headers: { authorization: `Bearer ${token}` } })).status;

test('the refresh token is in a cookie that scripts, other sites and other routes never see', async () => {
  const { cookie, attributes, token } = await signIn('teacher');
  expect(cookie).toMatch(/^diemcau_refresh=.{40,}/);
  expect(attributes).toEqual(
    expect.arrayContaining(['HttpOnly', 'SameSite=Strict', 'Path=/api/v1/sessions']),
  );
  expect(await me(token)).toBe(200);
});

test('it is not in the body', async () => {
  const account = bed.system.demo?.accounts.find(({ role }) => role === 'teacher');
  const { userName, password } = account ?? {};
  const answer = await bed.send('POST', '/api/v1/sessions', { body: { userName, password } });
  const [, secret = 'none'] = read(answer).cookie.split('=');
  expect(answer.text).not.toContain(secret);
  expect(JSON.parse(answer.text)).not.toHaveProperty('refreshToken');
});

test('renewing rotates it, and tabs that renew at once get the same successor', async () => {
  const { cookie } = await signIn('teacher');
  const [first, second] = (await Promise.all([refresh(cookie), refresh(cookie)])).map(read);
  expect(first?.cookie).not.toBe(cookie);
  expect(second?.cookie).toBe(first?.cookie);
  expect(await me(first?.token ?? '')).toBe(200);
});

test('a page of another site renews nothing', async () => {
  const { cookie } = await signIn('teacher');
  const { status, problem } = await refresh(cookie, { origin: 'https://khac.example' });
  expect([status, problem.code]).toEqual([403, 'common.notAllowed']);
  expect((await refresh(cookie, { origin: bed.url })).status).toBe(200);
});

test('a made-up cookie renews nothing and is dropped', async () => {
  const answer = await refresh('diemcau_refresh=bia-ra');
  expect([answer.status, answer.problem.code]).toEqual([401, 'sessions.ended']);
  expect(answer.headers.get('set-cookie')).toContain('Expires=Thu, 01 Jan 1970');
});

test('without a cookie there is nothing to renew', async () => {
  const { status, problem } = await bed.send('POST', '/api/v1/sessions/refresh');
  expect([status, problem.code]).toEqual([401, 'sessions.ended']);
});

test('signing out ends this session and its token, and no other of the account', async () => {
  const [here, there] = [await signIn('secretary'), await signIn('secretary')];
  const { status } = await bed.send('DELETE', '/api/v1/sessions/current', {
    headers: { cookie: here.cookie },
  });
  expect(status).toBe(200);
  await until(async () => (await me(here.token)) === 401);
  expect(await me(there.token)).toBe(200);
  expect((await refresh(here.cookie)).problem.code).toBe('sessions.ended');
});

test('signing out everywhere ends all of them (I6)', async () => {
  const [here, there] = [await signIn('leader'), await signIn('leader')];
  const authorization = `Bearer ${here.token}`;
  const { text } = await bed.send('DELETE', '/api/v1/sessions', { headers: { authorization } });
  expect(JSON.parse(text)).toEqual({ ended: 2 });
  await until(async () => (await me(there.token)) === 401 && (await me(here.token)) === 401);
});

describe('the client', () => {
  /** An access token that has run out, and how often it was renewed. */
  const stale = async () => {
    const { token } = await signIn('teacher');
    const renewals: string[] = [];
    let current = bed.forged('teacher', {}, { expiresIn: -1 });
    const auth: AccessTokens = {
      current: () => current,
      renew: async () => {
        renewals.push(current);
        current = token;
        return token;
      },
      onChange: () => () => undefined,
    };
    return { auth, renewals };
  };

  test('renews a refused token once, and asks again', async () => {
    const { auth, renewals } = await stale();
    const rest = createRest({ baseUrl: bed.url, auth });
    const mine = await Promise.all([body(rest.GET('/api/v1/me')), body(rest.GET('/api/v1/units'))]);
    expect(mine[0].grants.map(({ role }) => role)).toEqual(['teacher']);
    expect(renewals.length).toBeLessThanOrEqual(2);
  });

  test('does so over the socket too', async () => {
    const { auth, renewals } = await stale();
    const socket = createSocket({ url: bed.url, auth, language: () => 'en' });
    await socket.whenConnected();
    // Refused for what a teacher may do, no longer for not being signed in.
    await expect(socket.request('edge.watchLobby', { roomId: randomUUID() })).rejects.toMatchObject({
      code: 'common.notAllowed',
      title: 'You are not allowed to do this',
    });
    expect(renewals).toHaveLength(1);
    socket.close();
  });

  test('says so when a renewed token is refused as well', async () => {
    const auth = { ...fixedToken('a.b.c'), renew: async () => 'd.e.f' };
    const rest = createRest({ baseUrl: bed.url, auth });
    await expect(rest.GET('/api/v1/me')).rejects.toMatchObject({ code: 'common.signInNeeded', status: 401 });
  });

  test('tells a server that is not there from one that refuses', async () => {
    const nowhere = createRest({ baseUrl: 'http://127.0.0.1:1' });
    await expect(nowhere.GET('/api/v1/me')).rejects.toMatchObject({
      code: 'client.unreachable',
      passing: true,
    });
    const socket = createSocket({ url: 'http://127.0.0.1:1' });
    await expect(socket.request('edge.identify', { accessToken: null })).rejects.toMatchObject({
      code: 'client.disconnected',
      passing: true,
    });
    socket.close();
  });
});

test('a gateway that was killed still refuses what was ended before', async () => {
  const { token, cookie } = await signIn('attendee');
  await bed.send('DELETE', '/api/v1/sessions/current', { headers: { cookie } });
  await until(async () => (await me(token)) === 401);
  await bed.system.kill('gateway', 'SIGKILL');
  await bed.system.whenReady('gateway');
  expect(await me(token)).toBe(401);
});

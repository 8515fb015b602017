import type { FactorAdded } from '@diemcau/contracts/identity/second-factors';
import type { SessionList, SignedIn, SignInAnswer } from '@diemcau/contracts/identity/sessions';
import type { InitialSecretIssued } from '@diemcau/contracts/identity/sign-in';
import { Client } from 'pg';
import { EdgeBed } from './edge-bed.js';
import { until } from './until.js';

let bed: EdgeBed;
let database: Client;
beforeAll(async () => {
  bed = await EdgeBed.start({ services: ['identity', 'gateway'], replicas: { gateway: 2 } });
  database = new Client({ connectionString: bed.system.databaseUrl });
  await database.connect();
}, 60_000);
afterAll(async () => {
  await database.end();
  await bed.stop();
});

/** One browser: its cookie jar is what tabs share. */
class Browser {
  cookie = '';
  token = '';

  async send(method: string, path: string, body?: object, url = bed.url) {
    const response = await fetch(`${url}/api/v1/${path}`, {
      method,
      headers: {
        ...(body && { 'content-type': 'application/json' }),
        ...(this.cookie && { cookie: this.cookie }),
        ...(this.token && { authorization: `Bearer ${this.token}` }),
      },
      ...(body && { body: JSON.stringify(body) }),
    });
    const [set] = response.headers.getSetCookie();
    if (set?.startsWith('diemcau_refresh=')) this.cookie = set.split(';')[0] ?? '';
    const text = await response.text();
    return { status: response.status, body: (text === '' ? {} : JSON.parse(text)) as unknown };
  }

  /** As {@link send}, for an answer to a step of signing in. */
  async step(path: string, body: object): Promise<SignInAnswer> {
    const answer = (await this.send('POST', path, body)).body as SignInAnswer;
    this.token = answer.session?.accessToken ?? '';
    return answer;
  }

  async signIn(userName: string, password = passwordOf(userName)): Promise<SignInAnswer> {
    return this.step('sessions', { userName, password });
  }

  /** What a tab does before its token runs out; at one gateway or another. */
  async renew(url = bed.url): Promise<number> {
    const { status, body } = await this.send('POST', 'sessions/refresh', undefined, url);
    if (status === 200) this.token = (body as SignedIn).accessToken;
    return status;
  }
}

const passwordOf = (userName: string): string =>
  bed.system.demo?.accounts.find((account) => account.userName === userName)?.password ?? '';
/** Lets time pass for tokens that were already replaced. */
const pass = (seconds: number) =>
  database.query('UPDATE identity.refresh_tokens SET replaced_at = replaced_at - make_interval(secs => $1)', [
    seconds,
  ]);

describe('refresh tokens', () => {
  test('two tabs renewing at once, at two gateways, again and again, stay signed in', async () => {
    const browser = new Browser();
    await browser.signIn('giao-vien');
    for (let round = 0; round < 5; round += 1) {
      const statuses = await Promise.all(bed.system.urls.map((url) => browser.renew(url)));
      expect(statuses).toEqual([200, 200]);
      await pass(30);
    }
    expect((await browser.send('GET', 'me')).status).toBe(200);
  });

  test('one that was stolen and comes back later ends the session for thief and owner alike', async () => {
    const [owner, thief] = [new Browser(), new Browser()];
    await owner.signIn('giam-thi');
    thief.cookie = owner.cookie;
    expect(await owner.renew()).toBe(200);
    await pass(30);
    expect(await thief.renew()).toBe(401);
    expect(await owner.renew()).toBe(401);
    await until(async () => (await owner.send('GET', 'me')).status === 401);
  });

  test('one that a thief used first is noticed when the owner comes back', async () => {
    const [owner, thief] = [new Browser(), new Browser()];
    await owner.signIn('khao-thi');
    thief.cookie = owner.cookie;
    expect(await thief.renew()).toBe(200);
    await pass(30);
    expect(await owner.renew()).toBe(401);
    await until(async () => (await thief.send('GET', 'me')).status === 401);
    expect(await thief.renew()).toBe(401);
  });
});

test('the cookie of a further step has the same bounds as that of signing in at once', async () => {
  const admin = new Browser();
  await admin.signIn('quan-tri');
  const teacher = new Browser();
  const me = (await teacher.signIn('tham-dinh')).session?.user.id ?? '';
  const issued = (await admin.send('POST', `users/${me}/password-reset`)).body as InitialSecretIssued;
  await until(async () => (await teacher.send('GET', 'me')).status === 401);

  const again = new Browser();
  const { session, challenge } = await again.signIn('tham-dinh', issued.secret);
  expect([session, challenge?.kind, again.cookie]).toEqual([null, 'newPassword', '']);
  const weak = await again.send('POST', 'sign-in/password', {
    token: challenge?.token,
    password: 'password',
  });
  expect([weak.status, (weak.body as { code: string }).code]).toEqual([400, 'passwords.common']);
  const step = await again.step('sign-in/password', {
    token: challenge?.token,
    password: 'ba con vịt qua cầu',
  });
  expect(step.session?.user.userName).toBe('tham-dinh');
  expect(await again.renew()).toBe(200);
});

test('somebody sees where they are signed in, and ends one of the places', async () => {
  const [here, there] = [new Browser(), new Browser()];
  await here.signIn('thu-ky');
  await there.signIn('thu-ky');
  const { items } = (await here.send('GET', 'sessions')).body as SessionList;
  expect(items.filter(({ current }) => current)).toHaveLength(1);
  const other = items.find(({ current }) => !current);
  expect(other).toMatchObject({
    network: 'internal',
    address: expect.stringContaining('127.0.0.1') as string,
  });
  expect((await here.send('DELETE', `sessions/${other?.id}`)).status).toBe(200);
  await until(async () => (await there.send('GET', 'me')).status === 401);
  expect((await here.send('GET', 'me')).status).toBe(200);
});

test('an authenticator app is set up and asked for over REST', async () => {
  const browser = new Browser();
  await browser.signIn('phu-huynh');
  const { body: setup } = await browser.send('POST', 'account/totp/options', {});
  expect(setup).toMatchObject({ uri: expect.stringMatching(/^otpauth:\/\/totp\//) as string });
  const wrong = await browser.send('POST', 'account/totp', { code: '000000' });
  expect([wrong.status, (wrong.body as { code: string }).code]).toEqual([403, 'signIn.codeWrong']);
  const none = (await browser.send('POST', 'account/recovery-codes')).body as FactorAdded & { code: string };
  expect(none.code).toBe('signIn.wayNotThere');
});

test('whoever comes back from an outside provider without having gone there is sent to the sign-in page', async () => {
  const response = await fetch(`${bed.url}/api/v1/sign-in/oidc/callback?code=x&state=y`, {
    redirect: 'manual',
  });
  expect([response.status, response.headers.get('location')]).toEqual([303, '/sign-in#problem=oidc.refused']);
});

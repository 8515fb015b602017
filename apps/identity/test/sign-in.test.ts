import { callerOf, accessToken, type AccessTokenClaims } from '@diemcau/contracts/identity/access-token';
import { builtInRoles } from '@diemcau/contracts/identity/roles';
import { sessionErrors, SessionsClient, type SessionTokens } from '@diemcau/contracts/identity/sessions';
import { anonymous } from '@diemcau/contracts/core/caller';
import { Failure } from '@diemcau/contracts/core/failure';
import type { TestBed } from '@diemcau/testing/service';
import jwt from 'jsonwebtoken';
import { settle } from './sign-in-bed.js';
import { accessTokenSecret, type Maker, password, startIdentity } from './identity.js';

let bed: TestBed;
let make: Maker;
let sessions: SessionsClient;
let province: string;

beforeAll(async () => {
  ({ bed, make } = await startIdentity());
  sessions = bed.client(SessionsClient);
  province = await make.unit('Sở mẫu');
  await settle(bed, province, { requireSecondFactor: 'nobody' });
});
afterAll(() => bed.stop());

/** Whoever needs no further step. */
async function signIn(userName: string, typed = password): Promise<SessionTokens> {
  const { tokens } = await sessions.signIn({ userName, password: typed }, anonymous);
  if (!tokens) throw new Error('a further step is needed');
  return tokens;
}

describe('signing in', () => {
  test('gives who one is, and an access token for ten minutes that says so', async () => {
    const userId = await make.user('quan-tri', { unitId: province });
    const grant = await make.grant(userId, 'departmentAdmin', province);
    const signedIn = await signIn('quan-tri');
    expect(signedIn.user).toEqual({
      id: userId,
      userName: 'quan-tri',
      displayName: 'quan-tri (mẫu)',
      unitId: province,
      provinceId: province,
      grants: [{ ...grant, unitName: 'Sở mẫu' }],
      permissions: [...builtInRoles.departmentAdmin.permissions],
    });

    const claims = jwt.verify(signedIn.accessToken, accessTokenSecret, {
      algorithms: [accessToken.algorithm],
      issuer: 'diemcau',
      audience: 'diemcau',
    }) as AccessTokenClaims & { iat: number; exp: number };
    expect(claims.exp - claims.iat).toBe(600);
    expect(new Date(claims.exp * 1000).toISOString()).toBe(signedIn.accessExpiresAt);
    expect(callerOf(claims)).toMatchObject({ kind: 'user', userId, grants: [grant] });
    await expect(sessions.me({}, callerOf(claims))).resolves.toEqual(signedIn.user);
  });

  test('takes the user name in any case, Vietnamese letters too', async () => {
    const userId = await make.user('Điều-Hành', { unitId: province });
    await expect(signIn('điều-hành')).resolves.toMatchObject({ user: { id: userId } });
    await expect(make.user('ĐIỀU-HÀNH', { unitId: province })).rejects.toThrow('unique');
  });

  test('leaves out grants that have run out or have not begun', async () => {
    const userId = await make.user('thu-ky', { unitId: province });
    await make.grant(userId, 'secretary', province);
    await make.grant(userId, 'chair', province, { to: '2021-01-01' });
    await make.grant(userId, 'director', province, { from: '2999-01-01' });
    const { user } = await signIn('thu-ky');
    expect(user.grants.map(({ role }) => role)).toEqual(['secretary']);
  });

  test('keeps passwords as argon2id and refresh tokens as hashes only', async () => {
    await make.user('bi-mat', { unitId: province });
    const { refreshToken } = await signIn('bi-mat');
    const [stored] = await bed.sql<{ password_hash: string }>(
      `SELECT password_hash FROM identity.users WHERE user_name = 'bi-mat'`,
    );
    expect(stored?.password_hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    const dump = JSON.stringify(await bed.sql(`SELECT hash::text FROM identity.refresh_tokens`));
    expect(dump).not.toContain(refreshToken);
    expect(dump).not.toContain(Buffer.from(refreshToken, 'base64url').toString('hex'));
  });
});

describe('signing in fails', () => {
  test('the same way for a wrong password, an unknown name and an account not yet taken up', async () => {
    await make.user('co-that', { unitId: province });
    await make.user('duoc-moi', { unitId: province, state: 'invited' });
    const failures = await Promise.all(
      [signIn('co-that', 'sai'), signIn('khong-co'), signIn('duoc-moi'), signIn('duoc-moi', '')].map(
        (attempt) => attempt.catch((error: unknown) => error),
      ),
    );
    for (const failure of failures.slice(0, 3)) {
      expect(failure).toMatchObject({ kind: { code: sessionErrors.wrong.code }, details: {} });
    }
    expect(failures[3]).toMatchObject({ kind: { code: 'common.invalid' } });
  });

  test('with "locked" only for who knows the password', async () => {
    for (const state of ['locked', 'disabled']) {
      await make.user(`bi-${state}`, { unitId: province, state });
      await expect(signIn(`bi-${state}`)).rejects.toThrow(sessionErrors.locked.code);
      await expect(signIn(`bi-${state}`, 'sai')).rejects.toThrow(sessionErrors.wrong.code);
    }
  });

  test.each(['doan-mo', 'khong-he-co'])(
    'ever more slowly: of thirty guesses at once for %s ten are judged, and one more after each wait',
    async (userName) => {
      if (userName === 'doan-mo') await make.user(userName, { unitId: province });
      const guesses = Array.from({ length: 30 }, (_, i) =>
        signIn(userName, `đoán ${i}`).catch((error: unknown) => (error as Failure).kind.code),
      );
      const codes = await Promise.all(guesses);
      const judged = codes.filter((code) => code === sessionErrors.wrong.code).length;
      expect(codes.filter((code) => code === sessionErrors.slowDown.code)).toHaveLength(30 - judged);
      // The waits after the tenth are 1, 2 and 4 s: a slow machine gets no further than this.
      expect(judged).toBeGreaterThanOrEqual(10);
      expect(judged).toBeLessThanOrEqual(13);
    },
  );

  test('while the wait lasts even with the right password, which is not looked at', async () => {
    await make.user('phai-doi', { unitId: province });
    await signIn('phai-doi', 'sai').catch(() => undefined);
    await bed.sql(
      `UPDATE identity.sign_in_attempts SET blocked_until = now() + interval '60 s' WHERE key = 'account phai-doi'`,
    );
    const failure = await signIn('PHAI-DOI').catch((error: unknown) => error);
    expect(failure).toMatchObject({ kind: { code: sessionErrors.slowDown.code } });
    const { retryAfterS } = (failure as Failure).details;
    expect(retryAfterS).toBeGreaterThan(0);
    expect(retryAfterS).toBeLessThanOrEqual(60);
  });

  test('no longer once the wait is over and the password right', async () => {
    await make.user('nho-ra', { unitId: province });
    for (let i = 0; i < 10; i++) await signIn('nho-ra', 'sai').catch(() => undefined);
    await bed.sql(
      `UPDATE identity.sign_in_attempts SET blocked_until = now() - interval '1 second' WHERE key = 'account nho-ra'`,
    );
    await expect(signIn('nho-ra')).resolves.toBeDefined();
    await expect(signIn('nho-ra', 'sai')).rejects.toThrow(sessionErrors.wrong.code);
    await expect(signIn('nho-ra')).resolves.toBeDefined();
  });
});

import { anonymous, type UserCaller } from '@diemcau/contracts/core/caller';
import {
  type AddOidcProvider,
  type LinkingRule,
  OidcClient,
  OidcProvidersClient,
} from '@diemcau/contracts/identity/oidc';
import type { TestBed } from '@diemcau/testing/service';
import { type Maker, startIdentity, userCaller } from './identity.js';
import { ours, OutsideProvider } from './outside-provider.js';
import { callerWith, notedOf, settle, signInTo, tokensOf } from './sign-in-bed.js';

let bed: TestBed;
let make: Maker;
let oidc: OidcClient;
let providers: OidcProvidersClient;
let outside: OutsideProvider;
let province: string;
let admin: UserCaller;
let providerId: string;
let users = 0;

beforeAll(async () => {
  ({ bed, make } = await startIdentity());
  outside = await OutsideProvider.start();
  oidc = bed.client(OidcClient);
  providers = bed.client(OidcProvidersClient);
  province = await make.unit('Sở mẫu');
  await settle(bed, province, { requireSecondFactor: 'nobody' });
  const adminId = await make.user('quan-tri', { unitId: province });
  admin = userCaller(adminId, adminId, [await make.grant(adminId, 'departmentAdmin', province)]);
  providerId = await add({ linking: 'verifiedEmail' });
});
afterAll(async () => {
  await outside.stop();
  await bed.stop();
});

const settingsOf = (linking: LinkingRule, more: object = {}) => ({
  issuer: outside.issuer,
  clientId: ours.client_id,
  clientSecret: ours.client_secret,
  nameVi: 'Tài khoản Bộ',
  nameEn: 'Ministry account',
  linking,
  enabled: true,
  ...more,
});
async function add({
  linking,
  ...more
}: { linking: LinkingRule } & Partial<AddOidcProvider>): Promise<string> {
  return (await providers.add(settingsOf(linking, more), admin)).id;
}
async function someone(of: { email?: string; state?: string } = {}) {
  const userName = `nguoi-${++users}`;
  const userId = await make.user(userName, { unitId: province, ...of });
  if (of.email) await bed.sql('UPDATE identity.users SET email = $2 WHERE id = $1', [userId, of.email]);
  return { userId, userName };
}

/** To the provider and back, with what may go wrong in between. */
async function goRound(
  change: (query: string, browser: string) => [string, string | null] = (...same) => same,
) {
  const { url, browserSecret } = await oidc.begin({ providerId }, anonymous);
  const [query, secret] = change(await outside.visit(url), browserSecret);
  const { path } = await oidc.arrive({ query, browserSecret: secret }, anonymous);
  return { path, arrival: { browserSecret, code: /#oidc=(.+)$/.exec(path)?.[1] ?? '' } };
}
async function enter() {
  return oidc.finish((await goRound()).arrival, anonymous);
}

describe('signing in with an outside account', () => {
  test('goes by the address that the provider vouches for, and links the account', async () => {
    const { userId } = await someone({ email: 'mau@truong.example' });
    outside.account = { sub: 'mau', email: 'MAU@truong.example', email_verified: true };
    const { user, accessToken } = tokensOf(await enter());
    expect(user.id).toBe(userId);
    expect(accessToken).toBeDefined();
    expect(await notedOf(bed, userId)).toEqual(['oidc.link', 'sessions.signIn']);
    // Later it is the link that counts, whatever becomes of the address.
    outside.account = { sub: 'mau' };
    expect(tokensOf(await enter()).user.id).toBe(userId);
    const [session] = await bed.sql<{ way: string }>('SELECT way FROM identity.sessions WHERE user_id = $1', [
      userId,
    ]);
    expect(session?.way).toBe('oidc');
  });

  test.each([
    ['is not verified', { email: 'thu@truong.example', email_verified: false }],
    ['is not said to be verified', { email: 'thu@truong.example' }],
    ['is nobody’s here', { email: 'khong-ai@truong.example', email_verified: true }],
    ['is not told', {}],
  ])('makes nobody up when the address %s', async (_, claims) => {
    await someone({ email: 'thu@truong.example' });
    outside.account = { sub: `thu-${Math.random()}`, ...claims };
    expect((await goRound()).path).toBe('/sign-in#problem=oidc.unknownPerson');
    await bed.sql(`DELETE FROM identity.users WHERE email = 'thu@truong.example'`);
  });

  test('takes no address that two people share, nor one of somebody locked', async () => {
    await someone({ email: 'chung@truong.example' });
    await someone({ email: 'chung@truong.example' });
    await someone({ email: 'khoa@truong.example', state: 'locked' });
    for (const email of ['chung@truong.example', 'khoa@truong.example']) {
      outside.account = { sub: email, email, email_verified: true };
      expect((await goRound()).path).toBe('/sign-in#problem=oidc.unknownPerson');
    }
  });

  test('asks for the account’s second factor as a password does', async () => {
    const { userId, userName } = await someone({ email: 'haiyeuto@truong.example' });
    outside.account = { sub: 'haiyeuto', email: 'haiyeuto@truong.example', email_verified: true };
    await bed.sql(
      `INSERT INTO identity.totp_factors (id, user_id, sealed_secret, confirmed_at)
       VALUES (gen_random_uuid(), $1, '', now())`,
      [userId],
    );
    expect(userName).toBeDefined();
    expect((await enter()).challenge).toMatchObject({ kind: 'totp' });
  });

  test('that is cancelled at the provider is said to be so', async () => {
    outside.account = { sub: 'refuses' };
    expect((await goRound()).path).toBe('/sign-in#problem=oidc.cancelled');
  });
});

describe('nobody comes in', () => {
  beforeAll(async () => {
    await someone({ email: 'an-toan@truong.example' });
  });
  beforeEach(() => {
    outside.account = { sub: 'an-toan', email: 'an-toan@truong.example', email_verified: true };
  });
  const refused = '/sign-in#problem=oidc.refused';
  const withQuery = (query: string, change: (parameters: URLSearchParams) => void): string => {
    const parameters = new URLSearchParams(query);
    change(parameters);
    return parameters.toString();
  };

  test.each<[string, (query: string, browser: string) => [string, string | null]]>([
    ['with another state', (query, browser) => [withQuery(query, (q) => q.set('state', 'x')), browser]],
    ['without a state', (query, browser) => [withQuery(query, (q) => q.delete('state')), browser]],
    ['with a made-up code', (query, browser) => [withQuery(query, (q) => q.set('code', 'bia')), browser]],
    [
      'when another issuer answers',
      (query, browser) => [withQuery(query, (q) => q.set('iss', 'https://khac.example')), browser],
    ],
    ['in another browser', (query) => [query, 'một trình duyệt khác']],
    ['in a browser without the cookie', (query) => [query, null]],
  ])('%s', async (_, change) => {
    expect((await goRound(change)).path).toBe(refused);
  });

  test('with an answer of the provider a second time', async () => {
    const { url, browserSecret } = await oidc.begin({ providerId }, anonymous);
    const query = await outside.visit(url);
    const answers = await Promise.all([1, 2].map(() => oidc.arrive({ query, browserSecret }, anonymous)));
    expect(answers.map(({ path }) => path.replace(/=.{43}$/, '')).sort()).toEqual(['/sign-in#oidc', refused]);
  });

  test('with a token that the provider made for another application', async () => {
    const { url, browserSecret } = await oidc.begin({ providerId }, anonymous);
    const nonce = new URL(url).searchParams.get('nonce') ?? '';
    outside.replaceIdToken = await outside.tokenForAnother(nonce);
    expect(outside.replaceIdToken.split('.')).toHaveLength(3);
    const query = await outside.visit(url);
    const { path } = await oidc.arrive({ query, browserSecret }, anonymous);
    outside.replaceIdToken = null;
    expect(path).toBe(refused);
  });

  test('with our own code twice, later than a minute, or in another browser', async () => {
    const { arrival: first } = await goRound();
    tokensOf(await oidc.finish(first, anonymous));
    await expect(oidc.finish(first, anonymous)).rejects.toThrow('oidc.refused');
    const { arrival: second } = await goRound();
    await expect(oidc.finish({ ...second, browserSecret: 'khác' }, anonymous)).rejects.toThrow('refused');
    const { arrival: third } = await goRound();
    await bed.sql(`UPDATE identity.oidc_arrivals SET expires_at = now() - interval '1 second'`);
    await expect(oidc.finish(third, anonymous)).rejects.toThrow('oidc.refused');
  });

  test('when the provider is down, and the way by password is shown', async () => {
    const gone = await OutsideProvider.start();
    const id = await add({ linking: 'explicit', issuer: gone.issuer });
    await oidc.begin({ providerId: id }, anonymous);
    const { url, browserSecret } = await oidc.begin({ providerId: id }, anonymous);
    const query = await gone.visit(url);
    await gone.stop();
    const { path } = await oidc.arrive({ query, browserSecret }, anonymous);
    expect(path).toBe('/sign-in#problem=oidc.away');
    const never = await add({ linking: 'explicit', issuer: 'http://127.0.0.1:1' });
    await expect(oidc.begin({ providerId: never }, anonymous)).rejects.toThrow('oidc.away');
  });
});

describe('linking from the account page', () => {
  const link = async (caller: UserCaller) => {
    const { url, browserSecret } = await oidc.beginLink({ providerId }, caller);
    return (await oidc.arrive({ query: await outside.visit(url), browserSecret }, anonymous)).path;
  };

  test('makes an outside account one’s own, until it is unlinked', async () => {
    const { userName, userId } = await someone();
    const caller = callerWith(tokensOf(await signInTo(bed)(userName)));
    outside.account = { sub: 'cua-toi' };
    expect((await goRound()).path).toContain('unknownPerson');
    expect(await link(caller)).toBe(`/account#linked=${providerId}`);
    expect(await link(caller)).toBe(`/account#linked=${providerId}`);
    expect(tokensOf(await enter()).user.id).toBe(userId);
    const [linked] = (await oidc.links({}, caller)).items;
    expect(linked).toMatchObject({ providerId, nameVi: 'Tài khoản Bộ' });

    const other = await someone();
    const stranger = callerWith(tokensOf(await signInTo(bed)(other.userName)));
    expect(await link(stranger)).toBe('/account#problem=oidc.linkedElsewhere');
    await expect(oidc.unlink({ linkId: linked?.id ?? '' }, stranger)).rejects.toThrow('oidc.notFound');
    await oidc.unlink({ linkId: linked?.id ?? '' }, caller);
    expect((await goRound()).path).toContain('unknownPerson');
  });

  test('needs a fresh sign-in, and a provider of one’s own province', async () => {
    const { userName, userId } = await someone();
    const caller = callerWith(tokensOf(await signInTo(bed)(userName)));
    await bed.sql(`UPDATE identity.sessions SET confirmed_at = now() - interval '1 h' WHERE user_id = $1`, [
      userId,
    ]);
    await expect(oidc.beginLink({ providerId }, caller)).rejects.toThrow('confirmFirst');
    const foreign = await make.unit('Sở khác');
    await make.user('nguoi-tinh-khac', { unitId: foreign });
    const stranger = callerWith(tokensOf(await signInTo(bed)('nguoi-tinh-khac')));
    await expect(oidc.beginLink({ providerId }, stranger)).rejects.toThrow('oidc.notFound');
  });
});

describe('providers', () => {
  test('are the province’s own; their secret is shown to nobody and kept sealed', async () => {
    const { items } = await providers.list({}, admin);
    expect(items.map(({ id }) => id)).toContain(providerId);
    expect(JSON.stringify(items)).not.toContain(ours.client_secret);
    const [row] = await bed.sql<{ text: string }>(
      `SELECT encode(sealed_secret, 'escape') AS text FROM identity.oidc_providers WHERE id = $1`,
      [providerId],
    );
    expect(row?.text).not.toContain(ours.client_secret);
    const foreign = await make.unit('Sở láng giềng');
    const id = await make.user('quan-tri-lang-gieng', { unitId: foreign });
    const neighbour = userCaller(id, id, [await make.grant(id, 'departmentAdmin', foreign)]);
    expect((await providers.list({}, neighbour)).items).toEqual([]);
    await expect(providers.remove({ providerId }, neighbour)).rejects.toThrow('oidc.notFound');
    await expect(providers.change({ providerId, version: 1, enabled: false }, neighbour)).rejects.toThrow(
      'oidc.notFound',
    );
    await expect(
      providers.add({ ...settingsOf('explicit'), provinceId: province }, neighbour),
    ).rejects.toThrow('common.notAllowed');
  });

  test('are not declared twice, nor over plain http, nor changed by two at once', async () => {
    await expect(providers.add(settingsOf('explicit'), admin)).rejects.toThrow('oidc.twice');
    for (const issuer of ['http://accounts.example', 'javascript:alert(1)', 'https://a@b.example', 'x']) {
      await expect(providers.add(settingsOf('explicit', { issuer }), admin)).rejects.toThrow('oidc.issuer');
    }
    const id = await add({ linking: 'explicit', clientId: 'mot-ung-dung' });
    await providers.change({ providerId: id, version: 1, nameVi: 'Tên mới' }, admin);
    await expect(providers.change({ providerId: id, version: 1, nameVi: 'Tên khác' }, admin)).rejects.toThrow(
      'oidc.changed',
    );
  });

  test('that are switched off are not offered, and let nobody in', async () => {
    const id = await add({ linking: 'explicit', clientId: 'tat-bat', nameVi: 'Bật tắt' });
    const names = async () => (await oidc.buttons({}, anonymous)).items.map(({ nameVi }) => nameVi);
    expect(await names()).toContain('Bật tắt');
    await providers.change({ providerId: id, version: 1, enabled: false }, admin);
    expect(await names()).not.toContain('Bật tắt');
    await expect(oidc.begin({ providerId: id }, anonymous)).rejects.toThrow('oidc.notFound');
  });
});

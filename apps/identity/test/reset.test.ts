import { anonymous, type UserCaller } from '@diemcau/contracts/core/caller';
import { MailsClient } from '@diemcau/contracts/identity/mail';
import type { Role } from '@diemcau/contracts/identity/roles';
import { SessionsClient, type SignInStep } from '@diemcau/contracts/identity/sessions';
import { PasswordsClient, SignInStepsClient } from '@diemcau/contracts/identity/sign-in';
import { eventually, type TestBed } from '@diemcau/testing/service';
import { type Maker, password, startIdentity, userCaller } from './identity.js';
import { callerWith, challengeOf, from, notedOf, settle, signInTo, tokensOf } from './sign-in-bed.js';

const better = 'ba con vịt qua cầu';
let bed: TestBed;
let make: Maker;
let passwords: PasswordsClient;
let mails: MailsClient;
let sessions: SessionsClient;
let signIn: (userName: string, typed?: string) => Promise<SignInStep>;
let province: string;
let admin: UserCaller;
let users = 0;

beforeAll(async () => {
  ({ bed, make } = await startIdentity());
  passwords = bed.client(PasswordsClient);
  mails = bed.client(MailsClient);
  sessions = bed.client(SessionsClient);
  signIn = signInTo(bed);
  province = await make.unit('Sở mẫu');
  await settle(bed, province, { requireSecondFactor: 'nobody', passwordMinLength: 10 });
  admin = await operator('departmentAdmin', province);
});
afterAll(() => bed.stop());

async function operator(role: Role, unitId: string): Promise<UserCaller> {
  const id = await make.user(`can-bo-${++users}`, { unitId });
  return userCaller(id, id, [await make.grant(id, role, unitId)]);
}
async function someone(email: string | null, unitId = province) {
  const userName = `nguoi-${++users}`;
  const userId = await make.user(userName, { unitId });
  await bed.sql('UPDATE identity.users SET email = $2 WHERE id = $1', [userId, email]);
  return { userId, userName };
}
const mailsTo = (userId: string, kind: string) =>
  bed.sql<{ id: string }>(
    'SELECT id FROM identity.mails WHERE user_id = $1 AND kind = $2 ORDER BY created_at',
    [userId, kind],
  );
/** The token in the newest link; the mail is written after the answer. */
async function linkFor({ userId }: { userId: string }, nth = 1): Promise<string> {
  const sent = await eventually(
    () => mailsTo(userId, 'passwordReset'),
    ({ length }) => length >= nth,
  );
  const { eml } = await mails.read({ mailId: sent.at(-1)?.id ?? '' }, admin);
  const text = (eml ?? '').replace(/=\r?\n/g, '').replaceAll('=3D', '=');
  return /reset#token=([\w-]{43})/.exec(text)?.[1] ?? '';
}

describe('a forgotten password', () => {
  test.each(['by user name', 'by address'])('%s is reset with the link in the mail, once', async (way) => {
    const who = await someone(`Mau.${++users}@truong.example`);
    const [{ email = '' } = {}] = await bed.sql<{ email: string }>(
      'SELECT email FROM identity.users WHERE id = $1',
      [who.userId],
    );
    const before = tokensOf(await signIn(who.userName));
    const account = way === 'by address' ? email.toLowerCase() : who.userName.toUpperCase();
    await passwords.askForReset({ account }, anonymous);
    const token = await linkFor(who);
    expect(await passwords.openReset({ token }, anonymous)).toMatchObject({
      userName: who.userName,
      passwordMinLength: 10,
    });
    await expect(passwords.reset({ token, password: 'ba con vịt' }, anonymous)).resolves.toBeUndefined();
    await expect(passwords.reset({ token, password: better }, anonymous)).rejects.toThrow(
      'passwords.linkOver',
    );
    tokensOf(await signIn(who.userName, 'ba con vịt'));
    await expect(signIn(who.userName)).rejects.toThrow('sessions.wrong');
    await expect(sessions.me({}, callerWith(before))).rejects.toThrow('sessions.ended');
    expect(await notedOf(bed, who.userId)).toContain('passwords.reset');
    expect(await mailsTo(who.userId, 'passwordChanged')).toHaveLength(1);
  });

  test('a password that is refused leaves the link good', async () => {
    const who = await someone('giu@truong.example');
    await passwords.askForReset({ account: who.userName }, anonymous);
    const token = await linkFor(who);
    await expect(passwords.reset({ token, password: 'ngắn quá' }, anonymous)).rejects.toMatchObject({
      kind: { code: 'passwords.tooShort' },
      details: { minLength: 10 },
    });
    await passwords.reset({ token, password: better }, anonymous);
  });

  test('of two resets with the same link at once one counts', async () => {
    const who = await someone('dua@truong.example');
    await passwords.askForReset({ account: who.userName }, anonymous);
    const token = await linkFor(who);
    const tries = ['một con vịt xoè', 'hai con vịt xoè'].map((typed) =>
      passwords.reset({ token, password: typed }, anonymous),
    );
    const settled = await Promise.allSettled(tries);
    expect(settled.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  test('a newer link, half an hour, or a new password make a link worth nothing', async () => {
    const who = await someone('cu@truong.example');
    await passwords.askForReset({ account: who.userName }, anonymous);
    const old = await linkFor(who);
    await passwords.askForReset({ account: who.userName }, anonymous);
    const newer = await linkFor(who, 2);
    await expect(passwords.openReset({ token: old }, anonymous)).rejects.toThrow('linkOver');
    await bed.sql(
      `UPDATE identity.password_resets SET expires_at = now() - interval '1 second' WHERE user_id = $1`,
      [who.userId],
    );
    await expect(passwords.reset({ token: newer, password: better }, anonymous)).rejects.toThrow('linkOver');
    await passwords.askForReset({ account: who.userName }, anonymous);
    const third = await linkFor(who, 3);
    const caller = callerWith(tokensOf(await signIn(who.userName)));
    await passwords.change({ current: password, password: better }, caller);
    await expect(passwords.openReset({ token: third }, anonymous)).rejects.toThrow('linkOver');
  });

  test('nobody learns whether there is an account: the answer is the same, and locked ones get nothing', async () => {
    const locked = await someone('bi-khoa@truong.example');
    await bed.sql(`UPDATE identity.users SET state = 'locked' WHERE id = $1`, [locked.userId]);
    const without = await someone(null);
    for (const account of ['khong-co-ai', locked.userName, without.userName, "' OR 1=1 --"]) {
      await expect(passwords.askForReset({ account }, anonymous)).resolves.toBeUndefined();
    }
    const known = await someone('co@truong.example');
    await passwords.askForReset({ account: known.userName }, anonymous);
    await linkFor(known);
    expect(await mailsTo(locked.userId, 'passwordReset')).toEqual([]);
  });

  test('asking again and again is slowed down', async () => {
    const account = (await someone('hoi-mai@truong.example')).userName;
    const asked = Array.from({ length: 12 }, () => passwords.askForReset({ account }, anonymous));
    const settled = await Promise.allSettled(asked);
    expect(settled.filter(({ status }) => status === 'rejected').length).toBeGreaterThan(0);
  });

  test('a second factor stays asked for', async () => {
    const who = await someone('hai@truong.example');
    await bed.sql(
      `INSERT INTO identity.totp_factors (id, user_id, sealed_secret, confirmed_at)
       VALUES (gen_random_uuid(), $1, '', now())`,
      [who.userId],
    );
    await passwords.askForReset({ account: who.userName }, anonymous);
    await passwords.reset({ token: await linkFor(who), password: better }, anonymous);
    challengeOf(await signIn(who.userName, better), 'totp');
  });
});

describe('one’s own password', () => {
  test('is changed with the present one, and other sessions end', async () => {
    const { userName, userId } = await someone(null);
    const [here, there] = [tokensOf(await signIn(userName)), tokensOf(await signIn(userName))];
    const change = (current: string, typed: string) =>
      passwords.change({ current, password: typed }, callerWith(here));
    await expect(change('sai', better)).rejects.toThrow('passwords.currentWrong');
    await expect(change(password, password)).rejects.toThrow('passwords.unchanged');
    await expect(change(password, userName + '12')).rejects.toThrow('passwords');
    await change(password, better);
    await expect(sessions.me({}, callerWith(here))).resolves.toBeDefined();
    await expect(sessions.me({}, callerWith(there))).rejects.toThrow('sessions.ended');
    // Typed on a keyboard that takes letters apart.
    tokensOf(await signIn(userName, better.normalize('NFD')));
    expect(await notedOf(bed, userId)).toEqual(
      expect.arrayContaining(['sessions.signInFailed', 'passwords.change']),
    );
  });

  test('guessing the present one at a browser left open is slowed down', async () => {
    const caller = callerWith(tokensOf(await signIn((await someone(null)).userName)));
    const guesses = Array.from({ length: 14 }, (_, i) =>
      passwords.change({ current: `đoán ${i}`, password: better }, caller),
    );
    const settled = await Promise.allSettled(guesses);
    const codes = settled.map((one) => (one.status === 'rejected' ? String(one.reason) : 'changed'));
    expect(codes.filter((code) => code.includes('currentWrong')).length).toBeLessThanOrEqual(12);
    expect(codes.some((code) => code.includes('sessions.slowDown'))).toBe(true);
  });
});

describe('an operator', () => {
  test('issues a new initial secret within scope: it leads only to choosing a password', async () => {
    const school = await make.unit('Trường mẫu', { parentId: province, type: 'school' });
    const [cntt, foreign] = [
      await operator('unitOperator', school),
      await operator('departmentAdmin', await make.unit('Sở khác')),
    ];
    const who = await someone(null, school);
    const before = tokensOf(await signIn(who.userName));
    await expect(passwords.resetFor({ userId: who.userId }, foreign)).rejects.toThrow('users.notFound');
    const { secret } = await passwords.resetFor({ userId: who.userId }, cntt);
    await expect(sessions.refresh({ refreshToken: before.refreshToken }, anonymous)).rejects.toThrow(
      'sessions',
    );
    await expect(signIn(who.userName)).rejects.toThrow('sessions.wrong');
    const token = challengeOf(await signIn(who.userName, secret), 'newPassword');
    const step = await bed
      .client(SignInStepsClient)
      .chooseFirstPassword({ token, password: better }, anonymous);
    expect(tokensOf(step).user.id).toBe(who.userId);
  });

  test('never of somebody who holds more than themselves', async () => {
    const cntt = await operator('unitOperator', province);
    await expect(passwords.resetFor({ userId: admin.userId }, cntt)).rejects.toThrow('users.beyond');
  });
});

test('many wrong passwords from one address slow that address down, and no other', async () => {
  const from1 = <T>(work: () => Promise<T>) => from('203.0.113.7', work);
  await bed.sql(
    `INSERT INTO identity.sign_in_attempts (key, failures, last_at) VALUES ('@203.0.113.7', 299, now())`,
  );
  const { userName } = await someone(null);
  await expect(from1(() => signIn('khong-ai-ca', 'sai'))).rejects.toThrow('sessions.wrong');
  await expect(from1(() => signIn(userName))).rejects.toThrow('sessions.slowDown');
  tokensOf(await from('203.0.113.8', () => signIn(userName)));
});

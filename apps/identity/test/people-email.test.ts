import { anonymous, type UserCaller } from '@diemcau/contracts/core/caller';
import { emailErrors, EmailsClient } from '@diemcau/contracts/identity/emails';
import { MailsClient } from '@diemcau/contracts/identity/mail';
import { secondFactorErrors } from '@diemcau/contracts/identity/second-factors';
import { UsersClient } from '@diemcau/contracts/identity/users';
import { codeOf, type PeopleBed, startPeople } from './people-bed.js';

let people: PeopleBed;
let emails: EmailsClient;

beforeAll(async () => {
  people = await startPeople();
  emails = people.bed.client(EmailsClient);
});
afterAll(() => people.bed.stop());

/** A teacher who has just signed in. */
async function teacher(): Promise<UserCaller> {
  const caller = await people.as('teacher', people.school);
  await people.bed.sql(
    `INSERT INTO identity.sessions (id, user_id, expires_at) VALUES ($1, $2, now() + interval '1 day')`,
    [caller.sessionId, caller.userId],
  );
  return caller;
}
const emailOf = async (caller: UserCaller) =>
  (await people.bed.client(UsersClient).profile({}, caller)).email;

/** Of the latest mail to the address, as an admin reads it where there is no mail server. */
async function tokenTo(address: string): Promise<string> {
  const mails = people.bed.client(MailsClient);
  const admin = await people.as('departmentAdmin', people.province);
  const { items } = await mails.list({ limit: 200 }, admin);
  const mail = items.find(({ to, kind }) => to === address && kind === 'emailConfirmation');
  const { eml } = await mails.read({ mailId: mail?.id ?? '' }, admin);
  const whole = (eml ?? '').replace(/=\r?\n/g, '').replace(/=3D/g, '=');
  return /#token=([\w-]+)/.exec(whole)?.[1] ?? '';
}

test('an address becomes one’s own when the link sent to it is opened, once; the address before is told', async () => {
  const caller = await teacher();
  await people.bed.sql(`UPDATE identity.users SET email = 'cu@truong.example' WHERE id = $1`, [
    caller.userId,
  ]);
  await emails.ask({ email: 'moi@truong.example' }, caller);
  expect(await emailOf(caller)).toBe('cu@truong.example');
  const token = await tokenTo('moi@truong.example');
  await expect(emails.confirm({ token }, anonymous)).resolves.toEqual({ email: 'moi@truong.example' });
  expect(await emailOf(caller)).toBe('moi@truong.example');
  expect(await codeOf(emails.confirm({ token }, anonymous))).toBe(emailErrors.linkOver.code);
  const told = await people.bed.sql(
    `SELECT FROM identity.mails WHERE user_id = $1 AND kind = 'emailChanged' AND recipient = 'cu@truong.example'`,
    [caller.userId],
  );
  expect(told).toHaveLength(1);
  expect(await people.audited('users.confirmEmail', caller.userId)).toHaveLength(1);
});

test('of two addresses asked for, the one confirmed first stays', async () => {
  const caller = await teacher();
  await emails.ask({ email: 'mot@truong.example' }, caller);
  await emails.ask({ email: 'hai@truong.example' }, caller);
  const [one, two] = [await tokenTo('mot@truong.example'), await tokenTo('hai@truong.example')];
  const codes = await Promise.all([one, two].map((token) => codeOf(emails.confirm({ token }, anonymous))));
  expect(codes.sort()).toEqual(['done', emailErrors.linkOver.code]);
});

test('nobody asks who has not just proven who they are, and no made-up link is taken', async () => {
  const caller = await teacher();
  await people.bed.sql(
    `UPDATE identity.sessions SET confirmed_at = now() - interval '11 min' WHERE id = $1`,
    [caller.sessionId],
  );
  const ask = emails.ask({ email: 'ke-gian@example.com' }, caller);
  expect(await codeOf(ask)).toBe(secondFactorErrors.confirmFirst.code);
  expect(await codeOf(emails.ask({ email: 'a@example.com' }, anonymous))).toBe('common.signInNeeded');
  expect(await codeOf(emails.confirm({ token: 'bịa đặt' }, anonymous))).toBe(emailErrors.linkOver.code);
});

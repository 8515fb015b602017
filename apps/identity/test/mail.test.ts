import { anonymous, type UserCaller } from '@diemcau/contracts/core/caller';
import { MailsClient } from '@diemcau/contracts/identity/mail';
import type { Role } from '@diemcau/contracts/identity/roles';
import { PasswordsClient } from '@diemcau/contracts/identity/sign-in';
import { eventually, type TestBed } from '@diemcau/testing/service';
import { IdentityModule } from '../src/identity.module.js';
import { SendingJob } from '../src/mail/sending.job.js';
import { type Maker, startIdentity, userCaller } from './identity.js';
import { MailServer } from './mail-server.js';
import { notedOf, settle } from './sign-in-bed.js';

let bed: TestBed;
let make: Maker;
let passwords: PasswordsClient;
let mails: MailsClient;
let server: MailServer;
let province: string;
let admin: UserCaller;
let users = 0;

beforeAll(async () => {
  ({ bed, make } = await startIdentity());
  server = await MailServer.start();
  passwords = bed.client(PasswordsClient);
  mails = bed.client(MailsClient);
  province = await make.unit('Sở mẫu');
  await settle(bed, province, { requireSecondFactor: 'nobody' });
  admin = await operator('departmentAdmin', province);
});
afterAll(async () => {
  await bed.stop();
  await server.stop();
});

async function operator(role: Role, unitId: string): Promise<UserCaller> {
  const id = await make.user(`can-bo-${++users}`, { unitId });
  return userCaller(id, id, [await make.grant(id, role, unitId)]);
}
/** Somebody who has just asked for a link. */
async function asker(unitId = province) {
  const userName = `nguoi-${++users}`;
  const userId = await make.user(userName, { unitId });
  await bed.sql('UPDATE identity.users SET email = $2 WHERE id = $1', [userId, `${userName}@truong.example`]);
  await passwords.askForReset({ account: userName }, anonymous);
  const [mail] = await eventually(
    () => bed.sql<{ id: string }>('SELECT id FROM identity.mails WHERE user_id = $1', [userId]),
    ({ length }) => length > 0,
  );
  return { userId, mailId: mail?.id ?? '', address: `${userName}@truong.example` };
}

describe('without a mail server', () => {
  test('mails are kept and can be read by the province’s operators as they would go out', async () => {
    const { mailId, address } = await asker();
    const { items } = await mails.list({ state: 'kept' }, admin);
    expect(items.find(({ id }) => id === mailId)).toMatchObject({ to: address, kind: 'passwordReset' });
    const { eml } = await mails.read({ mailId }, admin);
    expect(eml).toMatch(/^To: /m);
    expect(eml).toContain(address);
    expect(eml).toContain('Auto-Submitted: auto-generated');
    expect(eml).toMatch(/http:\/\/localhost:8080\/reset#token=3D[\w-]/);
  });

  test('a page follows another, newest first', async () => {
    for (let i = 0; i < 3; i += 1) await asker();
    const first = await mails.list({ limit: 2 }, admin);
    const second = await mails.list({ limit: 2, cursor: first.nextCursor ?? '' }, admin);
    const times = [...first.items, ...second.items].map(({ createdAt }) => createdAt);
    expect(times).toEqual(times.toSorted().reverse());
    expect(new Set([...first.items, ...second.items].map(({ id }) => id)).size).toBe(4);
  });

  test('nobody else reads them: another province, a school’s operator, a teacher', async () => {
    const { mailId } = await asker();
    const school = await make.unit('Trường mẫu', { parentId: province, type: 'school' });
    for (const stranger of [
      await operator('departmentAdmin', await make.unit('Sở khác')),
      await operator('unitOperator', school),
      await operator('teacher', province),
    ]) {
      expect((await mails.list({}, stranger)).items).toEqual([]);
      await expect(mails.read({ mailId }, stranger)).rejects.toThrow('mails.notFound');
    }
  });

  test('a unit’s operator reads those of the people there and below, and opens no link without issuing secrets', async () => {
    const district = await make.unit('Phòng mẫu', { parentId: province, type: 'districtOffice' });
    const school = await make.unit('Trường mẫu', { parentId: district, type: 'school' });
    const { mailId, userId } = await asker(school);
    await asker(await make.unit('Trường bên cạnh', { parentId: province, type: 'school' }));
    const looksAfter = await operator('unitOperator', district);
    expect((await mails.list({}, looksAfter)).items.map(({ id }) => id)).toEqual([mailId]);
    expect((await mails.read({ mailId }, looksAfter)).eml).toContain('reset#token');
    expect(await notedOf(bed, userId)).toEqual(['mails.open']);
    const here = { ...looksAfter, grants: looksAfter.grants.map((grant) => ({ ...grant, subtree: false })) };
    expect((await mails.list({}, here)).items).toEqual([]);
    const reading = { ...admin, roles: { departmentAdmin: ['settings.read', 'units.read'] as const } };
    await expect(mails.read({ mailId }, reading)).rejects.toThrow('mails.notFound');
  });

  test('a link for somebody with more rights is not shown to who has fewer', async () => {
    const { mailId, userId } = await asker();
    await make.grant(userId, 'departmentAdmin', province);
    const lesser = await operator('unitOperator', province);
    expect((await mails.list({}, lesser)).items.map(({ id }) => id)).toContain(mailId);
    await expect(mails.read({ mailId }, lesser)).rejects.toThrow('mails.notFound');
    await expect(mails.read({ mailId }, admin)).resolves.toBeDefined();
  });

  test('what a mail says is sealed in the database, and forgotten after a week', async () => {
    const { mailId } = await asker();
    const [row] = await bed.sql<{ text: string }>(
      `SELECT encode(sealed_text, 'escape') AS text FROM identity.mails WHERE id = $1`,
      [mailId],
    );
    expect(row?.text).not.toContain('token=');
    await bed.sql(`UPDATE identity.mails SET created_at = now() - interval '8 days' WHERE id = $1`, [mailId]);
    await bed.part(SendingJob).purge();
    expect(await mails.read({ mailId }, admin)).toMatchObject({
      state: 'purged',
      to: null,
      subject: null,
      eml: null,
    });
    await bed.sql(`UPDATE identity.mails SET created_at = now() - interval '31 days' WHERE id = $1`, [
      mailId,
    ]);
    await bed.part(SendingJob).purge();
    await expect(mails.read({ mailId }, admin)).rejects.toThrow('mails.notFound');
  });
});

describe('with a mail server', () => {
  const senders: SendingJob[] = [];
  beforeAll(async () => {
    process.env['SMTP_URL'] = server.url;
    for (let replica = 0; replica < 2; replica += 1) {
      await bed.serve(IdentityModule, { name: 'identity' });
      senders.push(bed.part(SendingJob));
    }
    delete process.env['SMTP_URL'];
  });
  const queue = ({ mailId }: { mailId: string }) =>
    bed.sql(
      `UPDATE identity.mails SET state = 'queued', due_at = now() - interval '1 second' WHERE id = $1`,
      [mailId],
    );

  test('mails go out once, also when two replicas send at the same time', async () => {
    const asked = [await asker(), await asker(), await asker()];
    for (const one of asked) await queue(one);
    await Promise.all(senders.map((sender) => sender.send()));
    for (const { address, mailId } of asked) {
      expect(server.received.filter((message) => message.includes(`To: ${address}`)).length).toBe(1);
      expect(await mails.read({ mailId }, admin)).toMatchObject({
        state: 'sent',
        attempts: 1,
        problem: null,
      });
    }
  });

  test('what the server refuses is tried again later, with what it said, and given up in the end', async () => {
    const one = await asker();
    await queue(one);
    server.refusing = true;
    await bed.part(SendingJob).send();
    expect(await mails.read({ mailId: one.mailId }, admin)).toMatchObject({
      state: 'queued',
      attempts: 1,
      problem: expect.stringContaining('452') as string,
    });
    await bed.part(SendingJob).send();
    expect((await mails.read({ mailId: one.mailId }, admin)).attempts).toBe(1);
    // The minute's own job may be at it just then: what it tried is an attempt as well.
    const state = async () => (await mails.read({ mailId: one.mailId }, admin)).state;
    while ((await state()) === 'queued') {
      await bed.sql(
        `UPDATE identity.mails SET due_at = now() - interval '1 second' WHERE id = $1 AND state = 'queued'`,
        [one.mailId],
      );
      await bed.part(SendingJob).send();
    }
    expect(await mails.read({ mailId: one.mailId }, admin)).toMatchObject({ state: 'failed', attempts: 8 });
    server.refusing = false;
    const two = await asker();
    await queue(two);
    await bed.part(SendingJob).send();
    expect((await mails.read({ mailId: two.mailId }, admin)).state).toBe('sent');
  });
});

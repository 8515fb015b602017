import type { ServiceCaller } from '@diemcau/contracts/core/caller';
import { AddresseesClient } from '@diemcau/contracts/identity/addressees';
import { addressesToFill, MailsClient } from '@diemcau/contracts/identity/mail';
import type { TestBed } from '@diemcau/testing/service';
import { randomUUID } from 'node:crypto';
import { type Maker, startIdentity, userCaller } from './identity.js';

const meetings: ServiceCaller = { kind: 'service', name: 'meetings' };
let bed: TestBed;
let make: Maker;
let mails: MailsClient;
let addressees: AddresseesClient;
let province: string;
let users = 0;

beforeAll(async () => {
  ({ bed, make } = await startIdentity());
  mails = bed.client(MailsClient);
  addressees = bed.client(AddresseesClient);
  province = await make.unit('Sở mẫu');
});
afterAll(() => bed.stop());

async function person(email: string | null, unitId = province): Promise<string> {
  const id = await make.user(`nguoi-${++users}`, { unitId });
  await bed.sql('UPDATE identity.users SET email = $2 WHERE id = $1', [id, email]);
  return id;
}
const letter = (userId: string, key = randomUUID()) => ({
  key,
  userId,
  subject: 'Mời họp',
  text: 'Kính mời',
});
const rowsOf = (userId: string) =>
  bed.sql<{ id: string; kind: string }>('SELECT id, kind FROM identity.mails WHERE user_id = $1', [userId]);

test('a mail is written once for its key, however often and from wherever it is asked for', async () => {
  const userId = await person('mot@truong-mau.example');
  const once = letter(userId);
  const taken = await Promise.all(Array.from({ length: 10 }, () => mails.send(once, meetings)));
  expect(new Set(taken.map(({ mailId }) => mailId)).size).toBe(1);
  expect(await rowsOf(userId)).toEqual([{ id: taken[0]?.mailId, kind: 'meeting' }]);
});

test('nobody without an address, or who has left, gets one', async () => {
  const left = await person('hai@truong-mau.example');
  await bed.sql(`UPDATE identity.users SET state = 'disabled' WHERE id = $1`, [left]);
  for (const userId of [await person(null), left, randomUUID()]) {
    expect(await mails.send(letter(userId), meetings)).toEqual({ mailId: null });
  }
});

test('the calendar part goes out with the addresses of sender and recipient in it, and is sealed until then', async () => {
  const userId = await person('ba@truong-mau.example');
  const ics = `BEGIN:VCALENDAR\r\nATTENDEE:${addressesToFill.attendee}\r\nORGANIZER:${addressesToFill.organizer}\r\n`;
  const { mailId } = await mails.send({ ...letter(userId), calendar: { method: 'REQUEST', ics } }, meetings);
  const [row] = await bed.sql<{ sealed: string }>(
    `SELECT encode(sealed_calendar, 'escape') AS sealed FROM identity.mails WHERE id = $1`,
    [mailId],
  );
  expect(row?.sealed).not.toContain('VCALENDAR');
  const admin = userCaller(randomUUID(), randomUUID(), [
    { role: 'departmentAdmin', unitId: province, subtree: true },
  ]);
  const { eml } = await mails.read({ mailId: mailId ?? '' }, admin);
  expect(eml).toMatch(/Content-Type: text\/calendar; charset=utf-8; method=REQUEST/);
  const [, body = ''] = /text\/calendar[\s\S]*?\r?\n\r?\n([\s\S]*?)\r?\n--/.exec(eml ?? '') ?? [];
  const part = /BEGIN/.test(body) ? body : Buffer.from(body, 'base64').toString();
  expect(part).toContain('ATTENDEE:mailto:ba@truong-mau.example');
  expect(part).not.toContain('.invalid');
});

test('only services send, and ask whom to write to', async () => {
  const admin = userCaller(randomUUID(), randomUUID(), [
    { role: 'departmentAdmin', unitId: province, subtree: true },
  ]);
  const userId = await person('bon@truong-mau.example');
  await expect(mails.send(letter(userId), admin)).rejects.toThrow('common.notAllowed');
  await expect(addressees.operators({ unitIds: [province] }, admin)).rejects.toThrow('common.notAllowed');
  await expect(addressees.people({ userIds: [userId] }, admin)).rejects.toThrow('common.notAllowed');
  await expect(addressees.colleagues({ unitId: province }, admin)).rejects.toThrow('common.notAllowed');
  await expect(addressees.subscriber({ userId }, admin)).rejects.toThrow('common.notAllowed');
});

test('a site is run by who stands in the roster today; where nobody does, by who may answer for the unit itself', async () => {
  const school = await make.unit('Trường mẫu', { parentId: province, type: 'school' });
  const [listed, inCharge] = [await person(null, school), await person(null, school)];
  await make.grant(inCharge, 'siteOperator', school);
  const operators = async () => (await addressees.operators({ unitIds: [school] }, meetings)).items;
  expect((await operators()).map(({ userId }) => userId)).toEqual([inCharge]);
  await bed.sql(
    `INSERT INTO identity.roster_entries (id, unit_id, user_id, sort_name, search, duties, since, until)
     VALUES (gen_random_uuid(), $1, $2, '', '', 'Phụ trách chính', '2020-01-01', NULL),
            (gen_random_uuid(), $1, $3, '', '', 'Trước đây', '2020-01-01', '2020-12-31')`,
    [school, listed, inCharge],
  );
  expect((await operators()).map(({ userId }) => userId)).toEqual([listed]);
  expect((await addressees.subscriber({ userId: inCharge }, meetings)).operates).toEqual([school]);
});

describe('somebody of the roster without an account', () => {
  const entry = async (
    unitId: string,
    email: string | null,
    until: string | null = null,
  ): Promise<string> => {
    const id = randomUUID();
    await bed.sql(
      `INSERT INTO identity.roster_entries (id, unit_id, name, sort_name, search, email, duties, since, until)
       VALUES ($1, $2, 'Lò Thị Mẫu', '', '', $3, 'Trực kỹ thuật', '2020-01-01', $4)`,
      [id, unitId, email, until],
    );
    return id;
  };

  test('is written to at the address of the roster, while running a site', async () => {
    const school = await make.unit('Trường không tài khoản', { parentId: province, type: 'school' });
    const here = await entry(school, 'lo.thi.mau@truong-mau.example');
    const others = [await entry(school, null), await entry(school, 'cu@truong-mau.example', '2020-12-31')];
    expect((await addressees.unregistered({ unitIds: [school] }, meetings)).items).toEqual([
      { entryId: here, unitId: school, name: 'Lò Thị Mẫu' },
    ]);
    const { items } = await addressees.entries({ entryIds: [here, ...others] }, meetings);
    expect(items.map(({ entryId }) => entryId)).toEqual([here]);
    const { userId: _userId, ...content } = letter('');
    for (const entryId of others)
      expect(await mails.send({ ...content, key: entryId, entryId }, meetings)).toEqual({ mailId: null });
    const { mailId } = await mails.send({ ...content, entryId: here }, meetings);
    const admin = userCaller(randomUUID(), randomUUID(), [
      { role: 'departmentAdmin', unitId: province, subtree: true },
    ]);
    expect(await mails.read({ mailId: mailId ?? '' }, admin)).toMatchObject({
      userId: null,
      to: 'lo.thi.mau@truong-mau.example',
    });
    await bed.sql('DELETE FROM identity.roster_entries WHERE id = $1', [here]);
    await expect(mails.read({ mailId: mailId ?? '' }, admin)).rejects.toThrow('mails.notFound');
  });

  test('and an account are not written to at once, nor is nobody', async () => {
    const userId = await person('nam@truong-mau.example');
    const both = { ...letter(userId), entryId: await entry(province, 'sau@truong-mau.example') };
    const { userId: _userId, ...nobody } = letter(userId);
    for (const bad of [both, nobody])
      await expect(mails.send(bad, meetings)).rejects.toThrow('common.invalid');
  });
});

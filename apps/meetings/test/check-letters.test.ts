import { anonymous, type UserCaller } from '@diemcau/contracts/core/caller';
import { MailsClient } from '@diemcau/contracts/identity/mail';
import { ChecksClient } from '@diemcau/contracts/meetings/checks';
import { checkErrors } from '@diemcau/contracts/meetings/checks-errors';
import { LinkedChecksClient } from '@diemcau/contracts/meetings/checks-own';
import type { TestBed } from '@diemcau/testing/service';
import { randomUUID } from 'node:crypto';
import { DataSource } from 'typeorm';
import { CampaignsJob } from '../src/checks/campaigns.job.js';
import { ChecksService } from '../src/checks/checks.service.js';
import { DeliveringJob } from '../src/mails/delivering.job.js';
import { RemindersJob } from '../src/reminders/reminders.job.js';
import { subjectOfCheck } from '../src/checks/mirror-tickets.js';
import { findings, hoursAfter, mediaBeside, MeetingMaker, SetTime } from './checks.js';
import { textOf } from './invitations-bed.js';
import { holding, type MadeRoom, type Maker, startMeetings } from './meetings.js';

let bed: TestBed;
let make: Maker;
let put: MeetingMaker;
let time: SetTime;
let linked: LinkedChecksClient;
let province: string;
let officer: UserCaller;
let room: MadeRoom;

beforeAll(async () => {
  ({ bed, make } = await startMeetings({ PUBLIC_URL: 'https://hop.example' }));
  await mediaBeside(bed);
  put = new MeetingMaker(bed);
  time = new SetTime(bed);
  linked = bed.client(LinkedChecksClient);
  province = await make.unit('Sở mẫu');
  officer = holding('departmentAdmin', province);
}, 60_000);
afterAll(() => bed.stop());
beforeEach(async () => {
  room = await make.room([province]);
});

/** A school whose site is run by somebody with an account, and by somebody known to the roster alone. */
async function school() {
  const unitId = await make.unit(`Trường mẫu ${randomUUID().slice(0, 6)}`, province);
  const [userId, entryId, siteId] = [
    await make.user('Vừ A Mẫu', unitId),
    randomUUID(),
    await put.site([province, unitId]),
  ];
  await bed.sql('UPDATE identity.users SET email = $2 WHERE id = $1', [
    userId,
    `${userId}@truong-mau.example`,
  ]);
  await bed.sql(
    `INSERT INTO identity.roster_entries (id, unit_id, user_id, name, sort_name, search, email, duties, since)
     VALUES (gen_random_uuid(), $1, $2, NULL, '', '', NULL, 'Phụ trách chính', '2020-01-01'),
            ($3, $1, NULL, 'Lò Thị Mẫu', '', '', $4, 'Trực kỹ thuật', '2020-01-01')`,
    [unitId, userId, entryId, `${entryId}@truong-mau.example`],
  );
  return { unitId, userId, entryId, siteId };
}
const meetingOf = (siteIds: readonly string[], hours: number): Promise<string> =>
  put.meeting([province], hoursAfter(time.now, hours), { sites: siteIds, roomId: room.id });

/** What the five minutes' and the minute's jobs do. */
async function look(): Promise<void> {
  await bed.part(CampaignsJob).look();
  await bed.part(DeliveringJob).deliver();
}

/** Texts of the mails to somebody, in their order. */
async function textsTo(id: string): Promise<string[]> {
  const rows = await bed.sql<{ id: string }>(
    'SELECT id FROM identity.mails WHERE $1 IN (user_id, entry_id) ORDER BY created_at',
    [id],
  );
  const read = await Promise.all(
    rows.map((row) => bed.client(MailsClient).read({ mailId: row.id }, officer)),
  );
  return read.map(({ eml }) => textOf(eml ?? ''));
}
const tokensIn = (text = ''): string[] => [
  ...new Set([...text.matchAll(/https:\/\/hop\.example\/check#([\w.-]+)/g)].map(([, token = '']) => token)),
];

test('when the check opens, who runs the site gets one link; opened without a sign-in, the check can be given', async () => {
  const { userId, entryId, siteId } = await school();
  const occurrenceId = await meetingOf([siteId], 24 * 6);
  await look();
  expect(await textsTo(userId)).toEqual([]);
  time.on(24 * 3 + 1);
  await Promise.all([look(), look()]);
  await look();
  const [toAccount, toEntry] = [await textsTo(userId), await textsTo(entryId)];
  expect([toAccount.length, toEntry.length]).toEqual([1, 1]);
  const [token = ''] = tokensIn(toEntry[0]);
  expect(tokensIn(toAccount[0])).toHaveLength(1);

  expect(await linked.look({ token }, anonymous)).toMatchObject({ occurrenceId, siteId, state: 'pending' });
  const { attempt } = await linked.begin({ token }, anonymous);
  const tests = await put.measured(room.id, subjectOfCheck(occurrenceId, siteId, attempt), time.now);
  const { occurrenceId: _o, siteId: _s, ...said } = findings({ occurrenceId, siteId, attempt, ...tests });
  await expect(linked.submit({ ...said, token }, anonymous)).resolves.toMatchObject({ state: 'pass' });
  const { items } = await bed.client(ChecksClient).board({ occurrenceId }, officer);
  expect(items.map(({ state }) => state)).toEqual(['pass']);

  time.on(24 * 3);
  await expect(linked.look({ token }, anonymous)).rejects.toThrow(checkErrors.linkInvalid.code);
});

test('a moved meeting is told of anew, and the old link ends when the meeting would have begun', async () => {
  const { entryId, siteId } = await school();
  const occurrenceId = await meetingOf([siteId], 60);
  await look();
  await bed.sql(
    `UPDATE meetings.occurrences SET starts_at = starts_at + interval '10 hours', ends_at = ends_at + interval '10 hours'
     WHERE id = $1`,
    [occurrenceId],
  );
  await look();
  const [old = '', anew = ''] = (await textsTo(entryId)).flatMap(tokensIn);
  time.on(61);
  await expect(linked.look({ token: old }, anonymous)).rejects.toThrow(checkErrors.linkInvalid.code);
  await expect(linked.look({ token: anew }, anonymous)).resolves.toMatchObject({ siteId });
});

test('postponed and scheduled anew while its check would be open, a meeting is checked and its sites are told again', async () => {
  const { entryId, siteId } = await school();
  const occurrenceId = await meetingOf([siteId], 60);
  await look();
  await put.run(`UPDATE occurrences SET state = 'postponed' WHERE id = $1`, [occurrenceId]);
  await put.run(
    `UPDATE occurrences SET state = 'scheduled', starts_at = starts_at + interval '5 hours',
       ends_at = ends_at + interval '5 hours' WHERE id = $1`,
    [occurrenceId],
  );
  await bed
    .part(DataSource)
    .transaction((manager) => bed.part(ChecksService).resetFor(manager, occurrenceId));
  await look();
  expect((await textsTo(entryId)).flatMap(tokensIn)).toHaveLength(2);
});

test('a site that joins later is told as well; one that left, or passed, is not; one that nobody runs is told when somebody does', async () => {
  const [first, late] = [await school(), await school()];
  const unitId = await make.unit('Trường chưa có cán bộ', province);
  const alone = await put.site([province, unitId]);
  const occurrenceId = await meetingOf([first.siteId, alone], 60);
  await look();
  const add = `INSERT INTO occurrence_sites (occurrence_id, site_id, role, expected) VALUES ($1, $2, 'member', 10)`;
  await put.run(add, [occurrenceId, late.siteId]);
  await look();
  expect((await textsTo(late.entryId)).length).toBe(1);
  const [token = ''] = tokensIn((await textsTo(late.entryId))[0]);
  await put.run('DELETE FROM occurrence_sites WHERE occurrence_id = $1 AND site_id = $2', [
    occurrenceId,
    late.siteId,
  ]);
  await expect(linked.look({ token }, anonymous)).rejects.toThrow(checkErrors.notFound.code);

  const entryId = randomUUID();
  await bed.sql(
    `INSERT INTO identity.roster_entries (id, unit_id, name, sort_name, search, email, duties, since)
     VALUES ($1, $2, 'Giàng Thị Mẫu', '', '', 'giang.mau@truong-mau.example', 'Trực', '2020-01-01')`,
    [entryId, unitId],
  );
  await look();
  expect((await textsTo(entryId)).length).toBe(1);
  expect((await textsTo(first.entryId)).length).toBe(1);
});

test('reminders of a meeting carry the link while the check is owed, and nothing that asks for a sign-in without an account', async () => {
  const { userId, entryId, siteId } = await school();
  await meetingOf([siteId], 24 * 8);
  time.on(24 + 1);
  await bed.part(RemindersJob).run();
  await bed.part(DeliveringJob).deliver();
  const early = (await textsTo(entryId)).join();
  expect(early).toContain('sắp bắt đầu');
  expect(early).not.toContain('https://');
  time.on(24 * 6);
  await look();
  await bed.part(RemindersJob).run();
  await bed.part(DeliveringJob).deliver();
  const [, letter, reminder] = await textsTo(entryId);
  expect([tokensIn(letter).length, tokensIn(reminder).length]).toEqual([1, 1]);
  expect(reminder).not.toContain('/work/');
  const [soon] = (await textsTo(userId)).slice(-1);
  const [token = ''] = tokensIn(soon);
  await expect(linked.look({ token }, anonymous)).resolves.toMatchObject({ siteId });
  expect(await bed.sql(`SELECT FROM meetings.outgoing_mails m WHERE m::text LIKE '%truong-mau%'`)).toEqual(
    [],
  );
});

import { MailsClient } from '@diemcau/contracts/identity/mail';
import { anonymous } from '@diemcau/contracts/core/caller';
import ICAL from 'ical.js';
import { randomUUID } from 'node:crypto';
import { allOf, faultsOf, parse } from './ical-check.js';
import { calendarPartOf, inDays, InvitationsBed, textOf, valuesOf } from './invitations-bed.js';
import { holding } from './meetings.js';

let bed: InvitationsBed;
let mails: MailsClient;

beforeAll(async () => {
  bed = await InvitationsBed.start();
  mails = bed.bed.client(MailsClient);
});
afterAll(() => bed.bed.stop());

/** The messages to somebody, as they go out, in their order. */
async function messagesTo(userId: string): Promise<string[]> {
  const rows = await bed.bed.sql<{ id: string }>(
    'SELECT id FROM identity.mails WHERE user_id = $1 ORDER BY created_at',
    [userId],
  );
  const admin = holding('departmentAdmin', bed.province);
  const read = await Promise.all(rows.map(({ id }) => mails.read({ mailId: id }, admin)));
  return read.map(({ eml }) => eml ?? '');
}
const later = `sequence = sequence + 1, starts_at = starts_at + interval '1 hour', ends_at = ends_at + interval '1 hour'`;
const tokenIn = (eml: string): string => /reply#token=([\w-]+)/.exec(textOf(eml))?.[1] ?? '';

async function invited() {
  const site = await bed.site(`Như Xuân ${randomUUID().slice(0, 4)}`);
  const id = await bed.occurrence([site]);
  await bed.tell();
  return { site, id };
}

test('REQUEST, another REQUEST after a move, CANCEL: one UID, SEQUENCE rising, every part strict RFC 5545', async () => {
  const { site, id } = await invited();
  await bed.change(id, later);
  await bed.tell();
  await bed.change(id, `state = 'cancelled'`);
  await bed.tell();
  const parts = (await messagesTo(site.operatorId)).map(calendarPartOf);
  expect(parts.map(({ type }) => /method=(\w+)/i.exec(type)?.[1])).toEqual(['REQUEST', 'REQUEST', 'CANCEL']);
  for (const { ics } of parts) expect(faultsOf(ics)).toEqual([]);
  const texts = parts.map(({ ics }) => ics);
  expect(texts.flatMap((ics) => valuesOf(ics, 'METHOD'))).toEqual(['REQUEST', 'REQUEST', 'CANCEL']);
  expect(new Set(texts.flatMap((ics) => valuesOf(ics, 'UID'))).size).toBe(1);
  expect(texts.flatMap((ics) => valuesOf(ics, 'SEQUENCE')).map(Number)).toEqual([0, 1, 2]);
  expect(texts.flatMap((ics) => valuesOf(ics, 'STATUS'))).toEqual(['CONFIRMED', 'CONFIRMED', 'CANCELLED']);
});

test('identity fills in who is asked and who asks; ical.js reads the time of the meeting', async () => {
  const { site, id } = await invited();
  const [eml = ''] = await messagesTo(site.operatorId);
  const { ics } = calendarPartOf(eml);
  const [attendee] = valuesOf(ics, 'ATTENDEE');
  expect(attendee).toMatch(/^mailto:can\.bo\.nhu\.xuan\..*@truong-mau\.example$/);
  expect(eml).toContain(attendee?.replace('mailto:', ''));
  expect(valuesOf(ics, 'ORGANIZER')).toEqual(['mailto:khong-tra-loi@hop.example']);
  const calendar = new ICAL.Component(ICAL.parse(ics) as unknown[]);
  const event = new ICAL.Event(calendar.getFirstSubcomponent('vevent') ?? undefined);
  const [{ at } = { at: null }] = await bed.sql<{ at: Date }>(
    'SELECT starts_at AS at FROM occurrences WHERE id = $1',
    [id],
  );
  expect(event.startDate.toJSDate()).toEqual(at);
  expect(event.startDate.zone?.tzid).toBe('Asia/Ho_Chi_Minh');
  expect(event.summary).toBe('Giao ban tháng 11; khối THPT, GDTX');
  // Calendars are asked for no reply by mail: the entry says where to answer instead.
  expect(ics.replaceAll('\r\n ', '')).toContain('RSVP=FALSE');
  expect(event.description).toContain(`/reply#token=${tokenIn(eml)}`);
});

test('meetings of a series share its UID, each by a RECURRENCE-ID that stays when the meeting moves', async () => {
  const site = await bed.site(`Lam Sơn ${randomUUID().slice(0, 4)}`);
  const seriesId = randomUUID();
  await bed.sql(
    `INSERT INTO series (id, unit_id, unit_path, unit_name, kind, title, rule, first_day, starts_at,
                                  duration_min, shift, state, template)
     VALUES ($1, $2, $3, 'Sở mẫu', 'briefing', 'Giao ban', 'FREQ=MONTHLY;BYMONTHDAY=25', '2026-01-25', '08:00', 180,
             'nextWorkingDay', 'active', '{}')`,
    [seriesId, bed.province, [bed.province]],
  );
  const first = await bed.occurrence([site], { seriesId, nominalDate: '2026-11-25', startsAt: inDays(2) });
  await bed.occurrence([site], { seriesId, nominalDate: '2026-12-25', startsAt: inDays(9) });
  await bed.tell();
  await bed.sql(`UPDATE series SET starts_at = '14:00' WHERE id = $1`, [seriesId]);
  await bed.change(first, later);
  await bed.tell();
  const texts = (await messagesTo(site.operatorId)).map((eml) => calendarPartOf(eml).ics);
  expect(new Set(texts.flatMap((ics) => valuesOf(ics, 'UID')))).toEqual(new Set([`${seriesId}@diemcau`]));
  expect(texts.flatMap((ics) => valuesOf(ics, 'RECURRENCE-ID')).toSorted()).toEqual([
    '20261125T080000',
    '20261125T080000',
    '20261225T080000',
  ]);
  for (const ics of texts) expect(faultsOf(ics)).toEqual([]);
});

test('somebody answers by the link of the mail without signing in; the mail after a move has the link that counts', async () => {
  const { site, id } = await invited();
  const [first = ''] = await messagesTo(site.operatorId);
  const token = tokenIn(first);
  const opened = await bed.replies.open({ token }, anonymous);
  expect(opened.invitation.state).toBe('viewed');
  await expect(bed.replies.answerByLink({ token, answer: 'declined' }, anonymous)).rejects.toThrow(
    'replies.reasonNeeded',
  );
  const answered = await bed.replies.answerByLink({ token, answer: 'accepted' }, anonymous);
  expect(answered.invitation.state).toBe('accepted');

  await bed.change(id, later);
  await bed.tell();
  await expect(bed.replies.open({ token }, anonymous)).rejects.toThrow('replies.linkOver');
  const [, second = ''] = await messagesTo(site.operatorId);
  const again = await bed.replies.answerByLink(
    { token: tokenIn(second), answer: 'declined', reason: 'Trùng lịch' },
    anonymous,
  );
  expect(again.invitation).toMatchObject({ state: 'declined', reason: 'Trùng lịch', round: 2 });
});

test('a link is worth nothing when forged, cancelled, or of somebody who has left', async () => {
  const { site, id } = await invited();
  const [eml = ''] = await messagesTo(site.operatorId);
  const token = tokenIn(eml);
  for (const forged of ['x', `${token.slice(0, -2)}AA`, Buffer.from(token).toString('base64url')]) {
    await expect(bed.replies.open({ token: forged }, anonymous)).rejects.toThrow('replies.linkOver');
  }
  await bed.bed.sql(`UPDATE identity.users SET state = 'disabled' WHERE id = $1`, [site.operatorId]);
  await expect(bed.replies.answerByLink({ token, answer: 'accepted' }, anonymous)).rejects.toThrow(
    'replies.linkOver',
  );
  await bed.bed.sql(`UPDATE identity.users SET state = 'active' WHERE id = $1`, [site.operatorId]);
  await bed.change(id, `state = 'cancelled'`);
  await expect(bed.replies.open({ token }, anonymous)).rejects.toThrow('replies.linkOver');
});

test('who runs a site without an account is invited at the address of the roster, and answers by the link', async () => {
  const site = await bed.site(`Không tài khoản ${randomUUID().slice(0, 4)}`);
  const entryId = randomUUID();
  await bed.bed.sql('DELETE FROM identity.roster_entries WHERE unit_id = $1', [site.unitId]);
  await bed.bed.sql(
    `INSERT INTO identity.roster_entries (id, unit_id, name, sort_name, search, email, duties, since)
     VALUES ($1, $2, 'Lò Thị Mẫu', '', '', 'lo.thi.mau@truong-mau.example', 'Trực kỹ thuật', '2020-01-01')`,
    [entryId, site.unitId],
  );
  const id = await bed.occurrence([site]);
  await bed.tell();
  const toEntry = async () => {
    const rows = await bed.bed.sql<{ id: string; method: string }>(
      'SELECT id, calendar_method AS method FROM identity.mails WHERE entry_id = $1 ORDER BY created_at',
      [entryId],
    );
    return rows;
  };
  const [mail] = await toEntry();
  const { eml } = await mails.read({ mailId: mail?.id ?? '' }, holding('departmentAdmin', bed.province));
  expect(valuesOf(calendarPartOf(eml ?? '').ics, 'ATTENDEE')).toEqual([
    'mailto:lo.thi.mau@truong-mau.example',
  ]);
  const token = tokenIn(eml ?? '');
  const answered = await bed.replies.answerByLink({ token, answer: 'accepted' }, anonymous);
  expect(answered.invitation).toMatchObject({ state: 'accepted', siteId: site.id });
  const kept = await bed.sql<{ text: string }>('SELECT m::text AS text FROM outgoing_mails m');
  expect(kept.map(({ text }) => text).join()).not.toMatch(/@truong-mau/);

  await bed.change(id, `state = 'cancelled'`);
  await bed.tell();
  expect((await toEntry()).map(({ method }) => method)).toEqual(['REQUEST', 'CANCEL']);
  const second = await bed.occurrence([site]);
  await bed.tell();
  const [, , third] = await toEntry();
  const again = await mails.read({ mailId: third?.id ?? '' }, holding('departmentAdmin', bed.province));
  await bed.bed.sql('UPDATE identity.roster_entries SET until = since WHERE id = $1', [entryId]);
  await expect(
    bed.replies.answerByLink({ token: tokenIn(again.eml ?? ''), answer: 'accepted' }, anonymous),
  ).rejects.toThrow('replies.linkOver');
  await bed.change(second, later);
  await bed.tell();
  expect(await toEntry()).toHaveLength(3);
});

test('nothing of a mail is readable in meetings, and nothing is left of it once identity has it', async () => {
  await invited();
  const rows = await bed.sql<{ state: string; sealed: Buffer | null }>(
    'SELECT state, sealed FROM outgoing_mails',
  );
  expect(rows.length).toBeGreaterThan(0);
  expect(rows.every(({ state, sealed }) => state === 'taken' && sealed === null)).toBe(true);
});

test('a calendar part has one event, for one recipient alone', async () => {
  const { site } = await invited();
  const [eml = ''] = await messagesTo(site.operatorId);
  const root = parse(calendarPartOf(eml).ics);
  const events = root.components.filter(({ name }) => name === 'VEVENT');
  expect(events).toHaveLength(1);
  expect(events.flatMap((event) => allOf(event, 'ATTENDEE'))).toHaveLength(1);
});

import { OccurrencesClient } from '@diemcau/contracts/meetings/occurrences';
import type { SeriesTemplate } from '@diemcau/contracts/meetings/series-template';
import { Clock } from '@diemcau/service/time/clock';
import type { TestBed } from '@diemcau/testing/service';
import { randomUUID } from 'node:crypto';
import { MakingJob } from '../src/scheduling/making.job.js';
import { type Maker, startMeetings } from './meetings.js';
import { emptyTemplate, Planning } from './planning.js';

let bed: TestBed;
let make: Maker;
let planning: Planning;
let siteId: string;

beforeAll(async () => {
  ({ bed, make } = await startMeetings());
  bed.part(Clock).now = () => new Date('2027-02-01T02:00:00Z');
}, 60_000);
afterAll(() => bed.stop());
beforeEach(async () => {
  planning = await Planning.start(bed, make);
  siteId = await planning.site([planning.province], 'Phòng họp Sở');
});

/** All that a meeting needs (I13). */
const complete = (): SeriesTemplate => ({
  ...emptyTemplate,
  chairId: planning.leader.userId,
  composition: 'Trưởng các đơn vị',
  dispatch: { number: '1/KH', date: '2026-12-01' },
  agenda: [{ title: 'Công việc', unitId: null, minutes: 30, dueDays: 2 }],
  sites: [{ siteId, role: 'main', expected: 10 }],
});
async function made(template: SeriesTemplate = complete()) {
  const series = await planning.active({ template });
  await bed.part(MakingJob).run();
  return series;
}
const choose = (seriesId: string, nominal: string, choice: 'skip' | 'ask' | 'hold') =>
  planning.changes.choose(
    { seriesId, nominal, choice, day: null, startsAt: null, note: null },
    planning.writer,
  );
const unchoose = (seriesId: string, nominal: string) =>
  planning.changes.unchoose({ seriesId, nominal }, planning.writer);
interface MeetingNow {
  readonly id: string;
  readonly version: number;
  readonly state: string;
  readonly sequence: number;
  readonly sites: number;
  readonly conflicts: number;
}
async function meeting(seriesId: string, nominal: string): Promise<MeetingNow> {
  const [row] = await bed.sql<MeetingNow>(
    `SELECT id, version, state, sequence,
       (SELECT count(*)::int FROM meetings.occurrence_sites WHERE occurrence_id = o.id AND booked) AS sites,
       (SELECT count(*)::int FROM meetings.occurrence_conflicts WHERE occurrence_id = o.id) AS conflicts
     FROM meetings.occurrences o WHERE series_id = $1 AND nominal_date = $2`,
    [seriesId, nominal],
  );
  if (!row) throw new Error('no meeting');
  return row;
}
const march = '2027-03-25';

test.each(['skip', 'ask'] as const)(
  'a date of which somebody said %p is held after all when that is taken back, with its sites, and is asked anew',
  async (choice) => {
    const { id } = await made();
    const before = await meeting(id, march);
    expect(before).toMatchObject({ state: 'scheduled', sites: 1 });
    await choose(id, march, choice);
    expect(await meeting(id, march)).toMatchObject({
      state: choice === 'skip' ? 'cancelled' : 'postponed',
      sites: 0,
    });
    await unchoose(id, march);
    const after = await meeting(id, march);
    expect(after).toMatchObject({ id: before.id, state: 'scheduled', sites: 1, conflicts: 0 });
    expect(after.sequence).toBeGreaterThan(before.sequence);
  },
);

test('a rule that leaves a date out and takes it in again holds it again', async () => {
  const { id, version } = await made();
  const rule = async (monthDay: number, known: number) =>
    (
      await planning.changes.change(
        { seriesId: id, version: known, scope: 'all', rule: `FREQ=MONTHLY;BYMONTHDAY=${monthDay}` },
        planning.writer,
      )
    ).version;
  const other = await rule(18, version);
  expect(await meeting(id, march)).toMatchObject({ state: 'cancelled' });
  await rule(25, other);
  expect(await meeting(id, march)).toMatchObject({ state: 'scheduled', sites: 1 });
});

test('whose site was taken meanwhile comes back as a draft that says so', async () => {
  const { id } = await made();
  await choose(id, march, 'skip');
  const taker = await planning.active({ template: complete(), rule: 'FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=25' });
  await bed.part(MakingJob).run();
  expect(await meeting(taker.id, march)).toMatchObject({ state: 'scheduled' });
  await unchoose(id, march);
  expect(await meeting(id, march)).toMatchObject({ state: 'draft', sites: 0, conflicts: 1 });
});

test('what somebody cancelled stays cancelled, whatever becomes of the series', async () => {
  const { id, version } = await made();
  const { id: occurrenceId, version: known } = await meeting(id, march);
  await bed
    .client(OccurrencesClient)
    .cancel({ occurrenceId, version: known, reason: 'Bão số 3' }, planning.writer);
  await planning.changes.change({ seriesId: id, version, scope: 'all', title: 'Tên mới' }, planning.writer);
  expect(await meeting(id, march)).toMatchObject({ state: 'cancelled' });
});

test('what somebody postponed is not held again by its series', async () => {
  const { id } = await made();
  const { id: occurrenceId, version } = await meeting(id, march);
  await bed
    .client(OccurrencesClient)
    .postpone({ occurrenceId, version, reason: 'Bão số 3' }, planning.writer);
  await choose(id, march, 'ask');
  await unchoose(id, march);
  expect(await meeting(id, march)).toMatchObject({ state: 'postponed', sites: 0 });
});

test('meetings that lacked something are scheduled when their series has it, and are drafts when it is taken away (I13)', async () => {
  const { id, version } = await made({ ...complete(), chairId: null });
  expect(await meeting(id, march)).toMatchObject({ state: 'draft' });
  const change = async (template: SeriesTemplate, known: number) =>
    (await planning.changes.change({ seriesId: id, version: known, scope: 'all', template }, planning.writer))
      .version;
  const whole = await change(complete(), version);
  expect(await meeting(id, march)).toMatchObject({ state: 'scheduled', sites: 1 });
  await change({ ...complete(), chairId: null }, whole);
  expect(await meeting(id, march)).toMatchObject({ state: 'draft' });
});

test('who prepares an agenda item, and until when, reaches the meetings that are made already (I11)', async () => {
  const { id, version } = await made();
  const agenda = [{ title: 'Công việc', unitId: planning.school, minutes: 30, dueDays: 5 }];
  await planning.changes.change(
    { seriesId: id, version, scope: 'all', template: { ...complete(), agenda } },
    planning.writer,
  );
  const rows = await bed.sql<{ unit: string; days: number }>(
    `SELECT DISTINCT a.unit_id AS unit, extract(day FROM o.starts_at - a.due_at)::int AS days
     FROM meetings.agenda_items a JOIN meetings.occurrences o ON o.id = a.occurrence_id WHERE o.series_id = $1`,
    [id],
  );
  expect(rows).toEqual([{ unit: planning.school, days: 5 }]);
});

test('a series has up to 1,000 sites and 50 agenda items, as a province needs', async () => {
  const ids = Array.from({ length: 1000 }, () => randomUUID());
  await bed.sql(
    `INSERT INTO meetings.sites (id, unit_id, unit_path, unit_name, name, search, capacity, state)
     SELECT id, $2, ARRAY[$2::uuid], 'Sở mẫu', 'Điểm cầu ' || id, '', 60, 'ready' FROM unnest($1::uuid[]) AS id`,
    [ids, planning.province],
  );
  const { template } = await planning.make({
    template: {
      ...complete(),
      sites: ids.map((one, at) => ({ siteId: one, role: at === 0 ? 'main' : 'member', expected: 10 })),
      agenda: Array.from({ length: 50 }, (_, at) => ({
        title: `Nội dung ${at}`,
        unitId: null,
        minutes: 5,
        dueDays: 1,
      })),
    },
  });
  expect([template.sites.length, template.agenda.length]).toEqual([1000, 50]);
});

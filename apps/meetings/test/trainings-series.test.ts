import type { UserCaller } from '@diemcau/contracts/core/caller';
import { TrainingsClient } from '@diemcau/contracts/meetings/trainings';
import { trainingErrors } from '@diemcau/contracts/meetings/trainings-errors';
import { Clock } from '@diemcau/service/time/clock';
import type { TestBed } from '@diemcau/testing/service';
import { MakingJob } from '../src/scheduling/making.job.js';
import { holding, startMeetings } from './meetings.js';
import { emptyTemplate, Planning } from './planning.js';

let bed: TestBed;
let planning: Planning;
let trainings: TrainingsClient;
let boss: UserCaller;
let place: { siteId: string; capacity: number };

beforeAll(async () => {
  const started = await startMeetings();
  ({ bed } = started);
  bed.part(Clock).now = () => new Date('2027-06-20T02:00:00Z');
  planning = await Planning.start(bed, started.make);
  trainings = bed.client(TrainingsClient);
  boss = holding('departmentAdmin', planning.province);
  place = { siteId: await planning.site([planning.province], 'Phòng họp Sở'), capacity: 40 };
}, 60_000);
afterAll(() => bed.stop());

/** «Training in July and August»: every Monday. */
async function summer() {
  const series = await planning.active({
    kind: 'training',
    title: 'Tập huấn hè',
    rule: 'FREQ=WEEKLY;BYMONTH=7,8;BYDAY=MO',
    firstDay: '2027-07-01',
    shift: 'keep',
    template: emptyTemplate,
  });
  await bed.part(MakingJob).run();
  return series;
}
const eventOf = (of: { occurrenceId: string } | { seriesId: string }) =>
  trainings.plan({ ...of, title: 'Tập huấn hè', places: [place], requiredPercent: 80 }, boss);

test('an event of a series has all its meetings as sessions, also after "this and following" (HB-7.1)', async () => {
  const series = await summer();
  const event = await eventOf({ seriesId: series.id });
  expect(event.sessionCount).toBe(9);
  const { version } = await planning.series.find({ seriesId: series.id }, boss);
  const following = await planning.changes.change(
    { seriesId: series.id, version, scope: 'following', from: '2027-08-02', startsAt: '14:00' },
    planning.writer,
  );
  await bed.part(MakingJob).run();
  const { sessions } = await trainings.find({ trainingId: event.id }, boss);
  expect(sessions.map(({ startsAt }) => startsAt.slice(5, 13))).toEqual([
    '07-05T01',
    '07-12T01',
    '07-19T01',
    '07-26T01',
    '08-02T07',
    '08-09T07',
    '08-16T07',
    '08-23T07',
    '08-30T07',
  ]);
  const found = await trainings.list({ seriesId: following.id }, boss);
  expect(found.items.map(({ id }) => id)).toEqual([event.id]);
});

test('a meeting knows the event it is a session of, and is of no second one', async () => {
  const series = await summer();
  const event = await eventOf({ seriesId: series.id });
  const made = await bed.sql<{ id: string }>('SELECT id FROM meetings.occurrences WHERE series_id = $1', [
    series.id,
  ]);
  const occurrenceId = made[0]?.id ?? '';
  const found = await trainings.list({ occurrenceId }, boss);
  expect(found.items.map(({ id }) => id)).toEqual([event.id]);
  await expect(eventOf({ occurrenceId })).rejects.toThrow(trainingErrors.taken.code);
  await expect(eventOf({ seriesId: series.id })).rejects.toThrow(trainingErrors.taken.code);
  await trainings.change({ trainingId: event.id, version: event.version, state: 'cancelled' }, boss);
  await expect(eventOf({ occurrenceId })).resolves.toMatchObject({ occurrenceId, sessionCount: 1 });
});

test('a series that is not approved yet has no event', async () => {
  const draft = await planning.make({ kind: 'training' });
  await expect(eventOf({ seriesId: draft.id })).rejects.toThrow(trainingErrors.sessionsUnknown.code);
});

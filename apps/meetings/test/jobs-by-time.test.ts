import { eventually, type TestBed } from '@diemcau/testing/service';
import { hoursAfter, MeetingMaker } from './checks.js';
import { jobsAreThere } from './jobs-there.js';
import { type Maker, startMeetings } from './meetings.js';

const [everyMinute, everyFive] = ['* * * * *', '*/5 * * * *'];
/** Asked for by nobody: what is not here does not happen by itself. Wall time in Vietnam. */
const times: Readonly<Record<string, string>> = {
  'meetings.make': everyMinute,
  'meetings.realign': everyMinute,
  'meetings.invitations.invite': everyMinute,
  'meetings.invitations.tell': everyMinute,
  'meetings.reminders': everyMinute,
  'meetings.requests.tell': everyMinute,
  'meetings.plans.tell': everyMinute,
  'meetings.checks.campaigns': everyFive,
  'meetings.trials.windows': everyMinute,
  'meetings.reviews.letters': everyMinute,
  'meetings.occurrences.rooms': everyMinute,
  'meetings.levels': everyFive,
  'meetings.mails.deliver': everyMinute,
  'meetings.mails.forget': '23 3 * * *',
  'meetings.lobby.withdraw-stale': '*/15 * * * *',
  'meetings.files.purge': '20 * * * *',
  'meetings.inventory.purge': '10 3 * * *',
  'meetings.documents.reminding': '30 7 * * *',
  'meetings.sites.judging': '10 0 * * *',
  'meetings.privacy.retention': '40 2 * * *',
  'meetings.privacy.traces': '50 2 * * *',
};

let bed: TestBed;
let make: Maker;

beforeAll(async () => {
  ({ bed, make } = await startMeetings({}, { jobs: true }));
  await jobsAreThere(bed);
}, 90_000);
afterAll(() => bed.stop());

test('meetings are made, invited, checked, reminded and opened by time alone, each job at its time (HB-7.1, HB-8.2, SYS-4)', async () => {
  const scheduled = await eventually(
    () =>
      bed.sql<{ name: string; cron: string; timezone: string }>(
        'SELECT name, cron, timezone FROM meetings_jobs.schedule',
      ),
    (rows) => rows.length >= Object.keys(times).length,
    20_000,
  );
  expect(new Set(scheduled.map(({ timezone }) => timezone))).toEqual(new Set(['Asia/Ho_Chi_Minh']));
  expect(Object.fromEntries(scheduled.map(({ name, cron }) => [name, cron]))).toEqual(times);
});

test('what a time puts into the queue, the service does: a meeting of tomorrow is checked without anybody’s doing (HB-8.2)', async () => {
  const province = await make.unit('Sở mẫu');
  const put = new MeetingMaker(bed);
  const { id: roomId } = await make.room([province]);
  const sites = [await put.site([province])];
  const meeting = await put.meeting([province], hoursAfter(new Date(), 20), { sites, roomId });
  const names = Object.keys(times);
  await bed.sql('INSERT INTO meetings_jobs.job (name) SELECT unnest($1::text[])', [names]);
  const done = await eventually(
    async () =>
      (
        await bed.sql<{ name: string }>(
          `SELECT DISTINCT name FROM meetings_jobs.job WHERE state = 'completed' ORDER BY name`,
        )
      ).map(({ name }) => name),
    (completed) => names.every((name) => completed.includes(name)),
    60_000,
  );
  expect(done).toEqual([...names].sort());
  expect(await bed.sql('SELECT state FROM meetings.occurrences WHERE id = $1', [meeting])).toEqual([
    { state: 'checking' },
  ]);
}, 90_000);

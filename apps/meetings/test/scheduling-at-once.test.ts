import { eventually, type TestBed } from '@diemcau/testing/service';
import { jobNames } from '../src/job-names.js';
import { jobsAreThere } from './jobs-there.js';
import { type Maker, startMeetings } from './meetings.js';
import { emptyTemplate, Planning } from './planning.js';

const asked: string[] = [jobNames.make, jobNames.invite];

let bed: TestBed;
let make: Maker;

/** What they do from here on they do because somebody asked for it, not because a minute has begun. */
async function takeTimesAway(): Promise<void> {
  await eventually(
    async () =>
      (await bed.sql<{ name: string }>('SELECT name FROM meetings_jobs.schedule')).map(({ name }) => name),
    (names) => asked.every((name) => names.includes(name)),
    20_000,
  );
  await bed.sql('DELETE FROM meetings_jobs.schedule WHERE name = ANY ($1)', [asked]);
  await bed.sql('DELETE FROM meetings_jobs.job WHERE name = ANY ($1)', [asked]);
}

beforeAll(async () => {
  ({ bed, make } = await startMeetings({}, { jobs: true }));
  await jobsAreThere(bed);
  await takeTimesAway();
}, 90_000);
afterAll(() => bed.stop());

test('who approved a series finds its next meetings made and their sites invited, without waiting for a minute (HB-7.1)', async () => {
  const planning = await Planning.start(bed, make);
  const siteId = await planning.site([planning.province, planning.school], 'Phòng họp mẫu');
  const [first] =
    (await bed.sql<{ day: string }>(`SELECT (now() + interval '3 days')::date::text AS day`)) ?? [];
  const { id } = await planning.active({
    rule: 'FREQ=DAILY;COUNT=2',
    firstDay: first?.day ?? '',
    shift: 'keep',
    template: {
      ...emptyTemplate,
      chairId: planning.leader.userId,
      composition: 'Trưởng các đơn vị',
      dispatch: { number: '1/KH', date: '2026-10-01' },
      agenda: [{ title: 'Công việc', unitId: null, minutes: 30, dueDays: null }],
      sites: [{ siteId, role: 'main', expected: 10 }],
    },
  });
  const invited = () =>
    bed.sql<{ site: string | null }>(
      `SELECT DISTINCT o.nominal_date, i.site_id AS site FROM meetings.occurrences o
       JOIN meetings.invitations i ON i.occurrence_id = o.id AND i.site_id = $2 WHERE o.series_id = $1`,
      [id, siteId],
    );
  expect(await eventually(invited, (rows) => rows.length === 2, 10_000)).toHaveLength(2);
});

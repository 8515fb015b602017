import { MeetingTypesClient } from '@diemcau/contracts/meetings/meeting-types';
import { Clock } from '@diemcau/service/time/clock';
import type { TestBed } from '@diemcau/testing/service';
import { MakingJob } from '../src/scheduling/making.job.js';
import { holding, type Maker, startMeetings } from './meetings.js';
import { emptyTemplate, Planning } from './planning.js';

let bed: TestBed;
let make: Maker;
let planning: Planning;
let hall: string;
let school: string;

beforeAll(async () => {
  ({ bed, make } = await startMeetings());
  bed.part(Clock).now = () => new Date('2027-02-01T02:00:00Z');
}, 60_000);
afterAll(() => bed.stop());
beforeEach(async () => {
  planning = await Planning.start(bed, make);
  hall = await planning.site([planning.province], 'Phòng họp Sở');
  school = await planning.site([planning.province, planning.school], 'Phòng họp trung tâm');
});

/** Nobody says which of the two is main. */
const both = () => ({
  ...emptyTemplate,
  composition: 'Lãnh đạo các đơn vị',
  sites: [school, hall].map((siteId) => ({ siteId, expected: 10 })),
});
const roles = (sites: readonly { readonly siteId: string; readonly role: string }[]) =>
  Object.fromEntries(sites.map(({ siteId, role }) => [siteId === hall ? 'hall' : 'school', role]));

/** Of the meetings that the series made, each kind of answer once. */
async function ofMeetings(seriesId: string): Promise<unknown[]> {
  await bed.part(MakingJob).run();
  const rows = await bed.sql<{ roles: string }>(
    `SELECT DISTINCT (SELECT string_agg(os.site_id || ' ' || os.role, ', ' ORDER BY os.role)
       FROM meetings.occurrence_sites os WHERE os.occurrence_id = o.id) AS roles
     FROM meetings.occurrences o WHERE series_id = $1`,
    [seriesId],
  );
  return rows.map((row) => row.roles);
}

test('a series takes the roles of its type, and so do its meetings (HB-2.1)', async () => {
  const series = await planning.active({ template: both() });
  expect(roles(series.template.sites)).toEqual({ hall: 'main', school: 'member' });
  expect(await ofMeetings(series.id)).toEqual([`${hall} main, ${school} member`]);
});

test('where its type leaves main to people nobody is, until they choose', async () => {
  const series = await planning.active({ kind: 'demonstrationLesson', template: both() });
  expect(roles(series.template.sites)).toEqual({ hall: 'member', school: 'member' });
});

test('dates of a type that asks for a standby wait as drafts without one (I13)', async () => {
  const admin = holding('departmentAdmin', planning.province);
  const types = bed.client(MeetingTypesClient);
  const [briefing] = (await types.list({}, admin)).items;
  if (!briefing) throw new Error('no briefing');
  await types.set({ ...briefing, standbyNeeded: true }, admin);
  const agenda = [{ title: 'Báo cáo công tác', unitId: null, minutes: 30, dueDays: null }];
  const chairId = await make.user('Lê Văn Mẫu', planning.province);
  const whole = { ...both(), agenda, chairId };
  const without = await planning.active({ template: whole });
  const standby = { siteId: school, role: 'standby' as const, expected: 10 };
  const withOne = await planning.active({
    startsAt: '14:00',
    template: { ...whole, sites: [{ siteId: hall, expected: 10 }, standby] },
  });
  await bed.part(MakingJob).run();
  const statesOf = async (id: string) => [
    ...new Set((await planning.made(id)).map((line) => line.split(' ')[1])),
  ];
  expect(await statesOf(without.id)).toEqual(['draft']);
  expect(await statesOf(withOne.id)).toEqual(['scheduled']);
});

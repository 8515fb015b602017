import { ChecklistsClient } from '@diemcau/contracts/meetings/checklists';
import { OccurrencesClient } from '@diemcau/contracts/meetings/occurrences';
import type { SiteRole } from '@diemcau/contracts/meetings/vocabulary';
import { Clock } from '@diemcau/service/time/clock';
import type { TestBed } from '@diemcau/testing/service';
import { MakingJob } from '../src/scheduling/making.job.js';
import { holding, type Maker, startMeetings } from './meetings.js';
import { emptyTemplate, Planning } from './planning.js';

let bed: TestBed;
let make: Maker;
let planning: Planning;
/** By name: the unit, and its site. */
let units: Record<string, string>;
let sites: Record<string, string>;

beforeAll(async () => {
  ({ bed, make } = await startMeetings());
  bed.part(Clock).now = () => new Date('2027-02-01T02:00:00Z');
}, 60_000);
afterAll(() => bed.stop());
beforeEach(async () => {
  planning = await Planning.start(bed, make);
  units = { department: planning.province };
  sites = { department: await planning.site([planning.province], 'Phòng họp Sở') };
  for (const name of ['north', 'south', 'west']) {
    const unit = await make.unit(`Trung tâm ${name}`, planning.province);
    units[name] = unit;
    sites[name] = await planning.site([planning.province, unit], `Phòng ${name}`);
  }
});

const of = (names: Record<string, SiteRole>) =>
  Object.entries(names).map(([name, role]) => ({ siteId: sites[name] ?? '', role, expected: 10 }));

/** A series with its meetings made. @returns the first of them, too */
async function made(names: Record<string, SiteRole>) {
  const series = await planning.active({ template: { ...emptyTemplate, sites: of(names) } });
  await bed.part(MakingJob).run();
  const [first] = await bed.sql<{ id: string }>(
    'SELECT id FROM meetings.occurrences WHERE series_id = $1 ORDER BY starts_at LIMIT 1',
    [series.id],
  );
  return { series, meetingId: first?.id ?? '' };
}

/** `north: Kiểm tra thiết bị…`: what sites of the meeting owe, in the order of their names. */
async function owed(occurrenceId: string): Promise<string[]> {
  const rows = await bed.sql<{ unit: string; title: string; done: boolean }>(
    `SELECT unit_id AS unit, title, done_at IS NOT NULL AS done FROM meetings.checklist_items
     WHERE occurrence_id = $1 AND owner = 'unit'`,
    [occurrenceId],
  );
  const nameOf = new Map(Object.entries(units).map(([name, id]) => [id, name]));
  return rows
    .map(({ unit, title, done }) => `${nameOf.get(unit)}: ${title.slice(0, 18)}${done ? ' ✓' : ''}`)
    .sort();
}
const [ofMain, ofMember, ofStandby] = ['Kiểm tra hệ thống ', 'Kiểm tra thiết bị,', 'Kiểm tra đường tru'];

test('the checklist of made meetings follows the sites of their series; what is done stays (HB-8.3)', async () => {
  const { series, meetingId } = await made({ department: 'main', north: 'member', south: 'member' });
  expect(await owed(meetingId)).toEqual([
    `department: ${ofMain}`,
    `north: ${ofMember}`,
    `south: ${ofMember}`,
  ]);
  const lists = bed.client(ChecklistsClient);
  const { items } = await lists.list({ occurrenceId: meetingId }, planning.writer);
  const ofNorth = items.find(({ unitId }) => unitId === units['north']);
  await lists.mark({ itemId: ofNorth?.id ?? '', done: true }, planning.writer);

  const { version } = await planning.series.find({ seriesId: series.id }, planning.writer);
  await planning.changes.change(
    {
      seriesId: series.id,
      version,
      scope: 'all',
      template: { ...emptyTemplate, sites: of({ department: 'main', south: 'standby', west: 'member' }) },
    },
    planning.writer,
  );
  expect(await owed(meetingId)).toEqual([
    `department: ${ofMain}`,
    `north: ${ofMember} ✓`,
    `south: ${ofStandby}`,
    `west: ${ofMember}`,
  ]);
});

test('what an officer took away or reworded stays so while its unit takes part', async () => {
  const { series, meetingId } = await made({ department: 'main', north: 'member', south: 'member' });
  const lists = bed.client(ChecklistsClient);
  const { items } = await lists.list({ occurrenceId: meetingId }, planning.writer);
  const itemOf = (unit: string) => items.find(({ unitId }) => unitId === units[unit])?.id ?? '';
  await lists.remove({ itemId: itemOf('north') }, planning.writer);
  await lists.change({ itemId: itemOf('south'), title: 'Thử máy phát điện' }, planning.writer);
  const { version } = await planning.series.find({ seriesId: series.id }, planning.writer);
  const names = { department: 'main', north: 'member', south: 'member', west: 'member' } as const;
  const more = of(names).map((site) => ({ ...site, expected: 25 }));
  await planning.changes.change(
    { seriesId: series.id, version, scope: 'all', template: { ...emptyTemplate, sites: more } },
    planning.writer,
  );
  expect(await owed(meetingId)).toEqual([
    `department: ${ofMain}`,
    'south: Thử máy phát điện',
    `west: ${ofMember}`,
  ]);
});

test('of another type, the meeting has the other type’s checklist', async () => {
  const { series, meetingId } = await made({ department: 'main', north: 'member' });
  const titles = () =>
    bed.sql<{ title: string }>(
      `SELECT title FROM meetings.checklist_items WHERE occurrence_id = $1 AND owner = 'ownerUnit'`,
      [meetingId],
    );
  const before = await titles();
  const { version } = await planning.series.find({ seriesId: series.id }, planning.writer);
  await planning.changes.change(
    { seriesId: series.id, version, scope: 'all', kind: 'conference' },
    planning.writer,
  );
  expect(before).not.toEqual(await titles());
  expect(await owed(meetingId)).toEqual([`department: ${ofMain}`, `north: ${ofMember}`]);
});

test('sites that an officer changes by hand change the checklist too', async () => {
  const { meetingId } = await made({ department: 'main', north: 'member' });
  const officer = holding('departmentAdmin', planning.province);
  const meetings = bed.client(OccurrencesClient);
  const { version } = await meetings.find({ occurrenceId: meetingId }, officer);
  const now = of({ department: 'main', west: 'member' });
  await meetings.change({ occurrenceId: meetingId, version, sites: now }, officer);
  expect(await owed(meetingId)).toEqual([`department: ${ofMain}`, `west: ${ofMember}`]);
});

import type { DateConflict } from '@diemcau/contracts/meetings/recurrence';
import type { Plan } from '@diemcau/contracts/meetings/plans';
import { type PreviewSeries, type Series } from '@diemcau/contracts/meetings/series';
import { seriesErrors } from '@diemcau/contracts/meetings/series-errors';
import { Clock } from '@diemcau/service/time/clock';
import type { TestBed } from '@diemcau/testing/service';
import { type Maker, startMeetings } from './meetings.js';
import { emptyTemplate, Planning } from './planning.js';

let bed: TestBed;
let make: Maker;
let planning: Planning;
let hall: string;
let plan: Plan;

beforeAll(async () => {
  ({ bed, make } = await startMeetings());
  bed.part(Clock).now = () => new Date('2026-12-01T02:00:00Z');
});
afterAll(() => bed.stop());
beforeEach(async () => {
  planning = await Planning.start(bed, make);
  hall = await planning.site([planning.province], 'Hội trường mẫu');
  plan = await planning.plan();
});

const inHall = () => ({
  ...emptyTemplate,
  sites: [{ siteId: hall, role: 'main' as const, expected: 20 }],
});
const line = (of: { title?: string; startsAt?: string } = {}): Promise<Series> =>
  planning.make({ planId: plan.id, template: inHall(), ...of });
const preview = async (of: Partial<PreviewSeries> = {}) => {
  const { unitId, rule, firstDay, startsAt, durationMin, shift } = planning.wanted();
  const times = { unitId, rule, firstDay, startsAt, durationMin, shift };
  return (await planning.series.preview({ ...times, siteIds: [hall], ...of }, planning.writer)).dates;
};
const conflictsOf = (dates: { conflicts: DateConflict[] }[]): DateConflict[] =>
  dates.flatMap(({ conflicts }) => conflicts);

async function approved(): Promise<void> {
  const { version } = await planning.plans.submit(
    { planId: plan.id, version: plan.version },
    planning.writer,
  );
  await planning.plans.approve({ planId: plan.id, version }, planning.leader);
}

describe('conflicts within a plan, before it is approved (I9)', () => {
  test('two lines of one plan that want one hall at one hour see each other', async () => {
    const briefing = await line();
    const activity = await line({ title: 'Sinh hoạt chuyên môn', startsAt: '09:30' });
    const [first] = (await planning.series.dates({ seriesId: briefing.id }, planning.writer)).dates;
    expect(first?.conflicts).toMatchObject([
      { kind: 'site', id: hall, title: activity.title, planned: true, own: false },
    ]);
    const [unsaved] = await preview({ planId: plan.id });
    expect(unsaved?.conflicts.map(({ title }) => title).toSorted()).toEqual([
      'Giao ban tháng',
      'Sinh hoạt chuyên môn',
    ]);
    const [edited] = await preview({ seriesId: activity.id, startsAt: '14:00' });
    expect(edited?.conflicts).toEqual([]);
  });

  test('drafts of another plan, or of none, are in nobody’s way yet', async () => {
    await line();
    expect(conflictsOf(await preview())).toEqual([]);
    const other = await planning.plan('Kế hoạch khác');
    expect(conflictsOf(await preview({ planId: other.id }))).toEqual([]);
  });

  test('a plan of another unit is not looked into', async () => {
    const look = preview({ unitId: planning.school, planId: plan.id });
    await expect(look).rejects.toThrow(seriesErrors.planOfAnother.code);
  });
});

describe('a new version of a plan', () => {
  test('does not meet what it takes the place of, nor the meetings made of that', async () => {
    const old = await line();
    await approved();
    const meeting = await planning.meeting(old, '2027-01-25', '2027-01-25T08:00:00+07:00');
    await bed.sql(
      `INSERT INTO meetings.occurrence_sites (occurrence_id, site_id, role, expected, during, booked, site_no, unit_id)
       VALUES ($1, $2, 'main', 10, 'empty', true, 0, $2)`,
      [meeting, hall],
    );
    expect((await preview())[0]?.conflicts).toMatchObject([{ occurrenceId: meeting }, { planned: true }]);
    plan = await planning.plans.renew({ planId: plan.id }, planning.writer);
    const [copy] = plan.series;
    const saved = await planning.series.dates({ seriesId: copy?.id ?? '' }, planning.writer);
    expect(saved.dates.length).toBeGreaterThan(10);
    expect(conflictsOf(saved.dates)).toEqual([]);
    expect(conflictsOf(await preview({ seriesId: copy?.id ?? '', startsAt: '09:00' }))).toEqual([]);
    // What is added to the new version meets the copy alone.
    const added = await preview({ planId: plan.id });
    expect(added[0]?.conflicts).toMatchObject([{ title: 'Giao ban tháng', planned: true }]);
  });
});

test('two dates of one series that were moved onto one hour meet each other (I9)', async () => {
  const moved = (nominal: string, startsAt: string) => ({
    nominal,
    choice: 'move' as const,
    day: '2027-03-10',
    startsAt,
    note: null,
  });
  const choices = [moved('2027-02-25', '08:00'), moved('2027-03-25', '09:00')];
  const [january, february, march, april] = await preview({ choices });
  expect(january?.conflicts).toEqual([]);
  expect(february?.conflicts).toEqual([
    {
      kind: 'site',
      id: hall,
      name: 'Hội trường mẫu',
      occurrenceId: null,
      title: null,
      startsAt: '2027-03-10T02:00:00.000Z',
      endsAt: '2027-03-10T04:00:00.000Z',
      planned: true,
      own: true,
    },
  ]);
  expect(march?.conflicts).toMatchObject([{ own: true, startsAt: '2027-03-10T01:00:00.000Z' }]);
  expect(april?.conflicts).toEqual([]);
});

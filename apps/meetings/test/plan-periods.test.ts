import { type MakePlan, type Plan, planErrors } from '@diemcau/contracts/meetings/plans';
import type { MakeSeries, PreviewSeries } from '@diemcau/contracts/meetings/series';
import { seriesErrors } from '@diemcau/contracts/meetings/series-errors';
import { Clock } from '@diemcau/service/time/clock';
import type { TestBed } from '@diemcau/testing/service';
import { DataSource } from 'typeorm';
import { PlansOfAPeriod1763770950001 } from '../src/migrations/1763770950001-plans-of-a-period.js';
import { holding, type Maker, startMeetings } from './meetings.js';
import { Planning } from './planning.js';

let bed: TestBed;
let make: Maker;
let planning: Planning;

beforeAll(async () => {
  ({ bed, make } = await startMeetings());
  bed.part(Clock).now = () => new Date('2027-02-01T02:00:00Z');
});
afterAll(() => bed.stop());
beforeEach(async () => {
  planning = await Planning.start(bed, make);
});

const submit = ({ id, version }: Plan): Promise<Plan> =>
  planning.plans.submit({ planId: id, version }, planning.writer);
const approve = ({ id, version }: Plan, leader = planning.leader): Promise<Plan> =>
  planning.plans.approve({ planId: id, version }, leader);
/** Submitted, with one line. */
async function submitted(of: Partial<MakePlan> = {}, line: Partial<MakeSeries> = {}): Promise<Plan> {
  const wanted = { unitId: planning.province, year: 2027, month: null, title: 'Kế hoạch', ...of };
  const plan = await planning.plans.make(wanted, planning.writer);
  await planning.make({ planId: plan.id, unitId: wanted.unitId, ...line });
  return submit(plan);
}

describe('one approved plan of a unit for a period (HB-7.1)', () => {
  test('a second one is refused, and nothing of it begins; another period or unit has its own', async () => {
    const [first, second] = [await submitted(), await submitted({ title: 'Kế hoạch thứ hai' })];
    await approve(first);
    await expect(approve(second)).rejects.toThrow(planErrors.periodTaken.code);
    const { state, series } = await planning.plans.find({ planId: second.id }, planning.writer);
    expect([state, ...series.map((line) => line.state)]).toEqual(['submitted', 'draft']);
    for (const other of [{ year: 2028 }, { month: 3 }, { month: 4 }, { unitId: planning.school }]) {
      await expect(approve(await submitted(other))).resolves.toMatchObject({ state: 'approved' });
    }
  });

  test('a new version takes the place of the first', async () => {
    const first = await approve(await submitted());
    const renewed = await planning.plans.renew({ planId: first.id }, planning.writer);
    const second = await approve(await submit(renewed));
    expect(second).toMatchObject({ state: 'approved', replacesId: first.id });
    await expect(submitted()).rejects.toThrow(planErrors.periodTaken.code);
  });

  test('where one is approved already, another is refused when it is submitted', async () => {
    const { id } = await approve(await submitted());
    await expect(submitted()).rejects.toMatchObject({
      kind: { code: planErrors.periodTaken.code },
      details: { planId: id },
    });
  });

  test('of several approved at the same moment one is', async () => {
    const plans = await Promise.all(Array.from({ length: 4 }, () => submitted()));
    const results = await Promise.allSettled(
      plans.map((plan) => approve(plan, holding('leader', planning.province))),
    );
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const refused = results.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []));
    for (const reason of refused)
      expect(reason).toMatchObject({ kind: { code: planErrors.periodTaken.code } });
  });

  test('where two were approved before, both stay so, and each has its new version', async () => {
    const [first, second] = [await submitted(), await submitted()];
    const migration = new PlansOfAPeriod1763770950001();
    const runner = bed.part(DataSource).createQueryRunner();
    await migration.down(runner);
    await bed.sql('ALTER TABLE meetings.plans ADD beside int');
    for (const { id } of [first, second]) {
      await bed.sql(
        `UPDATE meetings.plans SET state = 'approved', approved_at = now(), approved_by = $2 WHERE id = $1`,
        [id, planning.leader.userId],
      );
    }
    const early = await planning.plans.renew({ planId: second.id }, planning.writer);
    await bed.sql('ALTER TABLE meetings.plans DROP beside');
    await migration.up(runner);
    await runner.release();
    await expect(approve(await submit(early))).resolves.toMatchObject({ state: 'approved' });
    const late = await planning.plans.renew({ planId: first.id }, planning.writer);
    await expect(approve(await submit(late))).resolves.toMatchObject({ state: 'approved' });
    await expect(submitted()).rejects.toThrow(planErrors.periodTaken.code);
  });
});

describe('a plan’s period bounds its series (HB-7.1)', () => {
  const dates = async (seriesId: string) =>
    (await planning.series.dates({ seriesId, from: '2026-01-01' }, planning.writer)).dates.map(
      ({ nominal }) => nominal,
    );
  const preview = (of: Partial<PreviewSeries>) => {
    const { unitId, rule, firstDay, startsAt, durationMin, shift } = planning.wanted();
    const times = { unitId, rule, firstDay, startsAt, durationMin, shift };
    return planning.series.preview({ ...times, from: '2026-01-01', ...of }, planning.writer);
  };

  test('from the draft on: the last meeting is in December, of a month’s plan in that month', async () => {
    const yearly = await submitted();
    const [line] = yearly.series;
    expect(await dates(line?.id ?? '')).toHaveLength(12);
    expect(await dates(line?.id ?? '')).toContain('2027-12-25');
    const { series, approved } = await approve(yearly);
    expect(series).toMatchObject([{ untilDay: '2027-12-31', fromDay: null }]);
    expect(approved?.lines).toMatchObject([{ untilDay: '2027-12-31', fromDay: null }]);
    const monthly = await submitted({ month: 3 }, { rule: 'FREQ=WEEKLY', firstDay: '2027-03-01' });
    expect(await dates(monthly.series[0]?.id ?? '')).toEqual([
      '2027-03-01',
      '2027-03-08',
      '2027-03-15',
      '2027-03-22',
      '2027-03-29',
    ]);
  });

  test('so next year’s plan makes each date once', async () => {
    const [line] = (await approve(await submitted())).series;
    const [next] = (await approve(await submitted({ year: 2028 }, { firstDay: '2028-01-01' }))).series;
    const [first] = await dates(next?.id ?? '');
    expect(first).toBe('2028-01-25');
    expect(await dates(line?.id ?? '')).not.toContain(first);
  });

  test('before it is saved, and what is saved as it is', async () => {
    const plan = await planning.plan();
    const unsaved = await preview({ planId: plan.id });
    expect([unsaved.dates.length, unsaved.more]).toEqual([12, false]);
    const { id } = await planning.make({ planId: plan.id, rule: 'FREQ=MONTHLY;BYMONTHDAY=15' });
    const edited = await preview({ seriesId: id, rule: 'FREQ=MONTHLY;BYMONTHDAY=10' });
    expect(edited.dates.at(-1)?.nominal).toBe('2027-12-10');
    expect((await preview({})).more).toBe(true);
  });

  test('a rule may be counted from before: every other week goes on over New Year, within the plan', async () => {
    const fortnightly = { rule: 'FREQ=WEEKLY;INTERVAL=2', firstDay: '2026-12-21' };
    const plan = await approve(await submitted({}, fortnightly));
    expect(plan.series).toMatchObject([{ firstDay: '2026-12-21', fromDay: '2027-01-01' }]);
    expect((await dates(plan.series[0]?.id ?? '')).slice(0, 2)).toEqual(['2027-01-04', '2027-01-18']);
  });

  test('a first day after it is refused, when a line is made, looked at or changed', async () => {
    const plan = await planning.plan();
    const late = { firstDay: '2028-01-01' };
    const refused = seriesErrors.afterPlan.code;
    await expect(planning.make({ planId: plan.id, ...late })).rejects.toThrow(refused);
    await expect(preview({ planId: plan.id, ...late })).rejects.toThrow(refused);
    const { id, version } = await planning.make({ planId: plan.id });
    const change = planning.changes.change({ seriesId: id, version, scope: 'all', ...late }, planning.writer);
    await expect(change).rejects.toThrow(refused);
  });

  test('one approved before goes on as it was; its new version ends with the period, and so do its meetings', async () => {
    const old = await approve(await submitted());
    const [line] = old.series;
    await bed.sql('UPDATE meetings.series SET until_day = NULL WHERE plan_id = $1', [old.id]);
    expect(await dates(line?.id ?? '')).toHaveLength(24);
    const series = await planning.series.find({ seriesId: line?.id ?? '' }, planning.writer);
    await planning.meeting(series, '2027-12-25', '2027-12-27T08:00:00+07:00');
    await planning.meeting(series, '2028-01-25', '2028-02-01T08:00:00+07:00');
    const renewed = await planning.plans.renew({ planId: old.id }, planning.writer);
    const plan = await approve(await submit(renewed));
    expect(plan.series).toMatchObject([{ id: line?.id, untilDay: '2027-12-31' }]);
    expect(await planning.made(series.id)).toEqual([
      '2027-12-25 scheduled 27/12 08:00',
      '2028-01-25 cancelled 01/02 08:00',
    ]);
  });
});

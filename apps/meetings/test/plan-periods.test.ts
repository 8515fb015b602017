import { type MakePlan, type Plan, planErrors } from '@diemcau/contracts/meetings/plans';
import type { MakeSeries } from '@diemcau/contracts/meetings/series';
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
    await approve(await submitted());
    const second = await submitted({ title: 'Kế hoạch thứ hai' });
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
    await expect(approve(await submitted())).rejects.toThrow(planErrors.periodTaken.code);
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
    await expect(approve(await submitted())).rejects.toThrow(planErrors.periodTaken.code);
  });
});

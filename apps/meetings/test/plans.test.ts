import { planErrors } from '@diemcau/contracts/meetings/plans';
import { seriesErrors } from '@diemcau/contracts/meetings/series-errors';
import { Clock } from '@diemcau/service/time/clock';
import type { TestBed } from '@diemcau/testing/service';
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

async function submitted() {
  const plan = await planning.plan();
  const briefing = await planning.make({ planId: plan.id });
  const activity = await planning.make({
    planId: plan.id,
    kind: 'professionalActivity',
    title: 'Sinh hoạt chuyên môn',
    rule: 'FREQ=MONTHLY;BYMONTHDAY=15',
  });
  const { version } = await planning.plans.submit(
    { planId: plan.id, version: plan.version },
    planning.writer,
  );
  return { planId: plan.id, version, briefing, activity };
}

async function approved() {
  const made = await submitted();
  const plan = await planning.plans.approve({ planId: made.planId, version: made.version }, planning.leader);
  return { ...made, plan };
}

describe('a yearly plan (HB-7.1)', () => {
  test('is written, submitted and approved by somebody else; its series begin', async () => {
    const { plan } = await approved();
    expect(plan).toMatchObject({ state: 'approved', approvedBy: planning.leader.userId, changeable: false });
    expect(plan.series.map(({ title, state }) => [title, state])).toEqual([
      ['Giao ban tháng', 'active'],
      ['Sinh hoạt chuyên môn', 'active'],
    ]);
    expect(plan.approved?.lines).toMatchObject([
      { title: 'Giao ban tháng', rule: 'FREQ=MONTHLY;BYMONTHDAY=25', siteCount: 0 },
      { title: 'Sinh hoạt chuyên môn' },
    ]);
  });

  test('is not approved by its author, whatever else they may (I12)', async () => {
    const { planId, version } = await submitted();
    const author = { ...holding('departmentAdmin', planning.province), userId: planning.writer.userId };
    const approve = planning.plans.approve({ planId, version }, author);
    await expect(approve).rejects.toThrow(planErrors.ownWork.code);
    const bySql = bed.sql(
      `UPDATE meetings.plans SET state = 'approved', approved_at = now(), approved_by = author_id WHERE id = $1`,
      [planId],
    );
    await expect(bySql).rejects.toThrow('violates check constraint');
  });

  test('is returned with a comment, changed, and submitted again', async () => {
    const { planId, version, briefing } = await submitted();
    const returned = await planning.plans.giveBack(
      { planId, version, comment: 'Dời sang buổi chiều' },
      planning.leader,
    );
    expect(returned).toMatchObject({ state: 'draft', comment: 'Dời sang buổi chiều' });
    await planning.changes.change(
      { seriesId: briefing.id, version: briefing.version, scope: 'all', startsAt: '14:00' },
      planning.writer,
    );
    const again = await planning.plans.submit({ planId, version: returned.version }, planning.writer);
    expect(again).toMatchObject({ state: 'submitted', comment: null });
  });

  test('is approved once, however many approve at the same moment', async () => {
    const { planId, version } = await submitted();
    const leaders = Array.from({ length: 6 }, () => holding('leader', planning.province));
    const results = await Promise.allSettled(
      leaders.map((leader) => planning.plans.approve({ planId, version }, leader)),
    );
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  test('without meetings is not submitted, and a draft is removed with its series', async () => {
    const { id, version } = await planning.plan();
    const submit = planning.plans.submit({ planId: id, version }, planning.writer);
    await expect(submit).rejects.toThrow(planErrors.empty.code);
    const { id: seriesId } = await planning.make({ planId: id });
    await planning.plans.remove({ planId: id }, planning.writer);
    await expect(planning.series.find({ seriesId }, planning.writer)).rejects.toThrow(
      seriesErrors.notFound.code,
    );
  });

  test('is found by year, state and words, within scope only', async () => {
    const { id } = await planning.plan('Kế hoạch họp trực tuyến');
    const find = async (caller = planning.writer) =>
      (await planning.plans.list({ year: 2027, state: 'draft', q: 'truc tuyen' }, caller)).items.map(
        (plan) => plan.id,
      );
    expect(await find()).toEqual([id]);
    expect(await find(holding('departmentAdmin', await make.unit('Sở tỉnh khác')))).toEqual([]);
    expect(await find(holding('secretary', planning.school))).toEqual([]);
    const foreign = holding('departmentAdmin', await make.unit('Sở tỉnh thứ ba'));
    await expect(planning.plans.find({ planId: id }, foreign)).rejects.toThrow(planErrors.notFound.code);
  });
});

describe('an approved plan is frozen', () => {
  test('lines are neither added, rescheduled nor removed; people and rooms still change', async () => {
    const { planId, briefing } = await approved();
    await expect(planning.make({ planId })).rejects.toThrow(seriesErrors.planNotDraft.code);
    const { version, template } = await planning.series.find({ seriesId: briefing.id }, planning.writer);
    const change = (of: { startsAt?: string; template?: typeof template }) =>
      planning.changes.change({ seriesId: briefing.id, version, scope: 'all', ...of }, planning.writer);
    await expect(change({ startsAt: '14:00' })).rejects.toThrow(seriesErrors.planNotDraft.code);
    const composition = 'Giám đốc và kế toán';
    await expect(change({ template: { ...template, composition } })).resolves.toMatchObject({
      template: { composition },
      frozen: true,
    });
  });

  test('by the database itself, whoever writes', async () => {
    const { planId, briefing } = await approved();
    const refused = [
      bed.sql(`UPDATE meetings.series SET rule = 'FREQ=DAILY' WHERE id = $1`, [briefing.id]),
      bed.sql('UPDATE meetings.series SET plan_id = NULL WHERE id = $1', [briefing.id]),
      bed.sql('DELETE FROM meetings.series WHERE id = $1', [briefing.id]),
      bed.sql(
        `INSERT INTO meetings.series (id, plan_id, unit_id, unit_path, unit_name, kind, title, rule, first_day, starts_at,
           duration_min, shift, template)
         SELECT gen_random_uuid(), plan_id, unit_id, unit_path, unit_name, kind, 'Thêm', rule, first_day, starts_at,
           duration_min, shift, template FROM meetings.series WHERE id = $1`,
        [briefing.id],
      ),
      bed.sql('UPDATE meetings.plans SET year = 2028 WHERE id = $1', [planId]),
      bed.sql(`UPDATE meetings.approved_plans SET lines = '[]' WHERE plan_id = $1`, [planId]),
      bed.sql('DELETE FROM meetings.approved_plans WHERE plan_id = $1', [planId]),
    ];
    for (const one of await Promise.allSettled(refused)) expect(one.status).toBe('rejected');
  });

  test('"this and following" still changes the people, not the times', async () => {
    const { briefing } = await approved();
    const { version, template } = await planning.series.find({ seriesId: briefing.id }, planning.writer);
    const following = { seriesId: briefing.id, version, scope: 'following' as const, from: '2027-06-25' };
    await expect(
      planning.changes.change({ ...following, startsAt: '14:00' }, planning.writer),
    ).rejects.toThrow(seriesErrors.planNotDraft.code);
    const after = await planning.changes.change(
      { ...following, template: { ...template, composition: 'Thành phần mới' } },
      planning.writer,
    );
    expect(after).toMatchObject({ planId: briefing.planId, followsId: briefing.id, state: 'active' });
  });
});

describe('a new version of a plan', () => {
  test('takes the place of the old one: what is the same goes on, what is otherwise is followed, what is gone ends', async () => {
    const { planId, briefing, activity } = await approved();
    const kept = await planning.meeting(activity, '2027-03-15', '2027-03-15T08:00:00+07:00');
    await planning.meeting(briefing, '2027-02-25', '2027-02-25T08:00:00+07:00');
    await planning.meeting(briefing, '2027-03-25', '2027-03-25T10:00:00+07:00', { edited: true });
    const next = await planning.plans.renew({ planId }, planning.writer);
    await expect(planning.plans.renew({ planId }, planning.writer)).rejects.toThrow(planErrors.renewing.code);
    const copy = next.series.find(({ title }) => title === 'Giao ban tháng');
    await planning.changes.change(
      { seriesId: copy?.id ?? '', version: copy?.version ?? 0, scope: 'all', startsAt: '14:00' },
      planning.writer,
    );
    const ready = await planning.plans.submit({ planId: next.id, version: next.version }, planning.writer);
    const plan = await planning.plans.approve({ planId: next.id, version: ready.version }, planning.leader);

    expect(plan.series.map(({ id, title, startsAt }) => [id, title, startsAt])).toEqual([
      [copy?.id, 'Giao ban tháng', '14:00'],
      [activity.id, 'Sinh hoạt chuyên môn', '08:00'],
    ]);
    await expect(planning.plans.find({ planId }, planning.writer)).resolves.toMatchObject({
      state: 'superseded',
    });
    expect(await planning.made(copy?.id ?? '')).toEqual([
      '2027-02-25 scheduled 25/02 14:00',
      '2027-03-25 scheduled 25/03 10:00',
    ]);
    expect(await planning.made(activity.id)).toEqual(['2027-03-15 scheduled 15/03 08:00']);
    expect(kept).toBeDefined();
    const old = await planning.series.find({ seriesId: briefing.id }, planning.writer);
    expect(old).toMatchObject({ state: 'ended', untilDay: '2027-02-01' });
  });
});

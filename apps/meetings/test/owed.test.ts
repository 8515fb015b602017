import type { UserCaller } from '@diemcau/contracts/core/caller';
import { OccurrencesClient } from '@diemcau/contracts/meetings/occurrences';
import { OwedClient } from '@diemcau/contracts/meetings/owed';
import { ReviewsClient } from '@diemcau/contracts/meetings/reviews';
import type { TestBed } from '@diemcau/testing/service';
import { randomUUID } from 'node:crypto';
import { hoursAfter, MeetingMaker, SetTime } from './checks.js';
import { holding, type Maker, startMeetings } from './meetings.js';
import { Planning } from './planning.js';

let bed: TestBed;
let make: Maker;
let put: MeetingMaker;
let time: SetTime;
let owed: OwedClient;
let planning: Planning;
let path: [string, string];
let operator: UserCaller;
let admin: UserCaller;

beforeAll(async () => {
  ({ bed, make } = await startMeetings());
  [put, time, owed] = [new MeetingMaker(bed), new SetTime(bed), bed.client(OwedClient)];
}, 60_000);
afterAll(() => bed.stop());
beforeEach(async () => {
  time.to(new Date('2026-11-20T02:00:00Z'));
  planning = await Planning.start(bed, make);
  path = [planning.province, planning.school];
  operator = holding('siteOperator', planning.school);
  admin = holding('departmentAdmin', planning.province);
});

describe('plans and series that wait for somebody (I12)', () => {
  const titles = async (caller: UserCaller) =>
    (await owed.approvals({}, caller)).items.map(({ kind, title }) => `${kind} ${title}`);

  test('are the approver’s until they are decided, then their author’s when they were given back', async () => {
    const { id } = await planning.plan('Kế hoạch 2027');
    await planning.make({ planId: id });
    const { version } = await planning.plans.find({ planId: id }, planning.writer);
    const submitted = await planning.plans.submit({ planId: id, version }, planning.writer);
    await planning.make({ title: 'Giao ban ngoài kế hoạch' });
    expect((await titles(planning.leader)).sort()).toEqual([
      'plan Kế hoạch 2027',
      'series Giao ban ngoài kế hoạch',
    ]);
    expect((await owed.corrections({}, planning.writer)).total).toBe(0);
    await planning.plans.giveBack(
      { planId: id, version: submitted.version, comment: 'Thiếu tập huấn hè' },
      planning.leader,
    );
    expect(await titles(planning.leader)).toEqual(['series Giao ban ngoài kế hoạch']);
    expect(await owed.corrections({}, planning.writer)).toEqual({
      items: [{ planId: id, title: 'Kế hoạch 2027', unitName: 'Sở mẫu', comment: 'Thiếu tập huấn hè' }],
      total: 1,
    });
    expect((await owed.corrections({}, holding('secretary', planning.school))).total).toBe(0);
  });

  test('are not for their author to approve, nor for anybody elsewhere', async () => {
    const { id } = await planning.make();
    await bed.sql('UPDATE meetings.series SET author_id = $2 WHERE id = $1', [id, planning.leader.userId]);
    expect(await titles(planning.leader)).toEqual([]);
    expect(await titles(holding('leader', planning.province))).toHaveLength(1);
    expect(await titles(holding('leader', await make.unit('Sở khác')))).toEqual([]);
    expect(await titles(holding('leader', planning.school))).toEqual([]);
  });
});

describe('sites that have still to be checked (HB-8.2)', () => {
  const sites = async (caller: UserCaller) =>
    (await owed.checks({}, caller)).items.map(({ siteName, state }) => `${siteName} ${state}`);

  test('are those of one’s own units from the opening of the check until it is passed, what is due first before the rest', async () => {
    const [near, far] = [await put.site(path, 'Gần'), await put.site(path, 'Xa')];
    const [first, second] = [
      await put.meeting([planning.province], hoursAfter(time.now, 30), { sites: [near] }),
      await put.meeting([planning.province], hoursAfter(time.now, 60), { sites: [far] }),
    ];
    expect(await sites(operator)).toEqual([]);
    for (const [id, hours] of [
      [second, 36],
      [first, 6],
    ] as const) {
      await put.run(
        'INSERT INTO meetings.check_campaigns (occurrence_id, opened_at, closes_at) VALUES ($1, $2, $3)',
        [id, time.now, hoursAfter(time.now, hours)],
      );
    }
    expect(await sites(operator)).toEqual(['Gần pending', 'Xa pending']);
    expect((await owed.checks({}, operator)).items[0]).toMatchObject({
      occurrenceId: first,
      siteId: near,
      dueAt: hoursAfter(time.now, 6).toISOString(),
    });
    // The department answers for all, but a school has an operator of its own.
    expect(await sites(admin)).toEqual([]);
    await put.run(
      `INSERT INTO meetings.connection_checks (occurrence_id, site_id, state, attempt, started_at)
       VALUES ($1, $2, 'running', 1, $3)`,
      [first, near, time.now],
    );
    expect(await sites(operator)).toEqual(['Gần running', 'Xa pending']);
    time.on(31);
    expect(await sites(operator)).toEqual(['Xa pending']);
  });
});

test('a suspended site of a coming meeting is shown to who writes the meeting, with why', async () => {
  const [suspended, fine] = [await put.site(path, 'Hỏng'), await put.site(path, 'Tốt')];
  const occurrenceId = await put.meeting([planning.province], hoursAfter(time.now, 30), {
    sites: [suspended, fine],
  });
  expect((await owed.sites({}, planning.writer)).total).toBe(0);
  await put.run(`UPDATE meetings.sites SET state = 'suspended', suspended_reason = 'Sửa mái' WHERE id = $1`, [
    suspended,
  ]);
  expect((await owed.sites({}, planning.writer)).items).toEqual([
    {
      occurrenceId,
      siteId: suspended,
      siteName: 'Hỏng',
      title: expect.any(String) as string,
      startsAt: hoursAfter(time.now, 30).toISOString(),
      reason: 'Sửa mái',
    },
  ]);
  expect((await owed.sites({}, holding('secretary', await make.unit('Sở khác')))).total).toBe(0);
  const { sites } = await bed.client(OccurrencesClient).find({ occurrenceId }, planning.writer);
  expect(sites.map(({ name, state, suspendedReason }) => [name, state, suspendedReason])).toEqual([
    ['Hỏng', 'suspended', 'Sửa mái'],
    ['Tốt', 'ready', null],
  ]);
  time.on(31);
  expect((await owed.sites({}, planning.writer)).total).toBe(0);
});

test('a trial window is owed by the units that have not passed it, while it is open (TM-3)', async () => {
  const { id: roomId } = await make.room([planning.province]);
  const trialId = randomUUID();
  await put.run(
    `INSERT INTO meetings.trials (id, unit_id, unit_path, unit_name, title, room_id, starts_at, ends_at, required_mbps, state)
     VALUES ($1, $2, $3, 'Sở mẫu', 'Chạy thử', $4, $5, $6, 10, 'open')`,
    [trialId, planning.province, [planning.province], roomId, time.now, hoursAfter(time.now, 8)],
  );
  await put.run(
    `INSERT INTO meetings.trial_units (trial_id, unit_id, unit_path, unit_name) VALUES ($1, $2, $3, 'Trung tâm')`,
    [trialId, planning.school, path],
  );
  expect(await owed.trials({}, operator)).toEqual({
    items: [
      {
        trialId,
        unitId: planning.school,
        unitName: 'Trung tâm',
        title: 'Chạy thử',
        dueAt: hoursAfter(time.now, 8).toISOString(),
        state: 'waiting',
      },
    ],
    total: 1,
  });
  expect((await owed.trials({}, admin)).total).toBe(0);
  time.on(9);
  expect((await owed.trials({}, operator)).total).toBe(0);
});

test('a yearly review is owed by the unit that is asked, until its deadline (HB-10.2)', async () => {
  await put.site(path);
  const reviews = bed.client(ReviewsClient);
  const { id, version } = await reviews.make(
    {
      unitId: planning.province,
      year: 2026,
      title: 'Rà soát 2026',
      questions: [{ key: 'line', kind: 'text', text: 'Đường truyền?', required: false }],
      deadline: '2026-11-25',
    },
    admin,
  );
  await reviews.open({ reviewId: id, version }, admin);
  const secretary = holding('secretary', planning.school);
  const { items } = await owed.reviews({}, secretary);
  expect(items).toMatchObject([{ title: 'Rà soát 2026', dueOn: '2026-11-25', state: 'asked' }]);
  expect((await owed.reviews({}, planning.writer)).total).toBe(0);
  time.on(24 * 6);
  expect((await owed.reviews({}, secretary)).total).toBe(0);
});

describe('year-end reports (HB-11.4)', () => {
  const acts = async (caller: UserCaller) =>
    (await owed.reports({}, caller)).items.map(({ year, act, dueOn }) => `${year} ${act} ${dueOn}`);

  test('are owed from December on by a unit that had a site in the year, then by who receives them', async () => {
    const siteId = await put.site(path);
    await put.run(`UPDATE meetings.sites SET created_at = '2026-03-01' WHERE id = $1`, [siteId]);
    const secretary = holding('secretary', planning.school);
    expect(await acts(secretary)).toEqual([]);
    time.to(new Date('2026-12-01T02:00:00Z'));
    expect(await acts(secretary)).toEqual(['2026 make 2026-12-31']);
    expect(await acts(planning.writer)).toEqual([]);

    const reportId = randomUUID();
    await put.run(
      `INSERT INTO meetings.annual_reports (id, unit_id, unit_path, unit_name, year, words, figures, source, source_hash, counted_at)
       VALUES ($1, $2, $3, 'Trung tâm', 2026, '{}', '{}', '{}', 'x', now())`,
      [reportId, planning.school, path],
    );
    expect(await acts(secretary)).toEqual(['2026 complete 2026-12-31']);
    const to = (state: string) =>
      put.run(
        `UPDATE meetings.annual_reports SET state = $2, submitted_at = now(), return_reason = 'Thiếu số liệu' WHERE id = $1`,
        [reportId, state],
      );
    await to('submitted');
    expect([await acts(secretary), await acts(admin)]).toEqual([[], ['2026 receive 2026-12-31']]);
    await to('returned');
    expect((await owed.reports({}, secretary)).items).toMatchObject([
      { reportId, act: 'correct', comment: 'Thiếu số liệu' },
    ]);
    expect(await acts(admin)).toEqual([]);
    expect(await acts(holding('departmentAdmin', await make.unit('Sở khác')))).toEqual([]);
  });
});

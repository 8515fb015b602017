import type { UserCaller } from '@diemcau/contracts/core/caller';
import { type Overview, OverviewsClient } from '@diemcau/contracts/meetings/overview';
import type { TestBed } from '@diemcau/testing/service';
import { randomUUID } from 'node:crypto';
import { hoursAfter, MeetingMaker, SetTime } from './checks.js';
import { holding, type Maker, startMeetings } from './meetings.js';

let bed: TestBed;
let make: Maker;
let put: MeetingMaker;
let time: SetTime;
let overviews: OverviewsClient;
let [province, district, school, other]: string[] = [];
let admin: UserCaller;

beforeAll(async () => {
  ({ bed, make } = await startMeetings());
  [put, time, overviews] = [new MeetingMaker(bed), new SetTime(bed), bed.client(OverviewsClient)];
}, 60_000);
afterAll(() => bed.stop());
beforeEach(async () => {
  // A Friday, nine in the morning.
  time.to(new Date('2026-11-20T02:00:00Z'));
  province = await make.unit('Sở mẫu');
  district = await make.unit('Phòng mẫu', province);
  school = await make.unit('Trường mẫu', district);
  other = await make.unit('Sở khác');
  admin = holding('departmentAdmin', province);
});

const pathOf = (...units: (string | undefined)[]): string[] => units.map((unit) => unit ?? '');

const open = (id: string) =>
  put.run('INSERT INTO meetings.check_campaigns (occurrence_id, opened_at, closes_at) VALUES ($1, $2, $3)', [
    id,
    time.now,
    hoursAfter(time.now, 6),
  ]);

async function tried(id: string, siteId: string | undefined, state: string, answer: 'ok' | 'faulty') {
  const testId = randomUUID();
  await put.run(
    `INSERT INTO meetings.device_tests (id, line_test_id, occurrence_id, site_id, up_mbps, down_mbps, round_trip_ms,
       jitter_ms, loss_percent, required_mbps, sound, picture, items, reasons, at)
     VALUES ($1, gen_random_uuid(), $2, $3, 20, 20, 20, 2, 0, 10, '{}', '{}', $4, '{}', $5)`,
    [testId, id, siteId, JSON.stringify([{ key: 'camera', answer }]), time.now],
  );
  await put.run(
    `INSERT INTO meetings.connection_checks (occurrence_id, site_id, state, attempt, started_at, finished_at, test_id)
     VALUES ($1, $2, $3, 1, $4, $4, $5)`,
    [id, siteId, state, time.now, testId],
  );
}

async function invite(id: string, sites: readonly string[], states: readonly string[]) {
  await put.run(
    `INSERT INTO meetings.invited_meetings (occurrence_id, uid, sequence, starts_at, ends_at, told, version, changed_at)
     VALUES ($1, 'x', 0, $2, $2, '', 1, $2)`,
    [id, time.now],
  );
  for (const [i, state] of states.entries()) {
    await put.run(
      `INSERT INTO meetings.invitations (occurrence_id, site_id, site_role, state) VALUES ($1, $2, 'member', $3)`,
      [id, sites[i], state],
    );
  }
}

const task = (id: string, { due, done = false }: { due: number; done?: boolean }) =>
  put.run(
    `INSERT INTO meetings.checklist_items (id, occurrence_id, title, owner, unit_id, unit_path, unit_name, due_at, done_at,
       starts_at)
     VALUES (gen_random_uuid(), $1, 'Chuẩn bị', 'ownerUnit', $2, $3, 'Sở mẫu', $4, $5, $6)`,
    [
      id,
      province,
      pathOf(province),
      hoursAfter(time.now, due),
      done ? time.now : null,
      hoursAfter(time.now, 30),
    ],
  );

async function review(deadline: string) {
  const id = randomUUID();
  await put.run(
    `INSERT INTO meetings.reviews (id, unit_id, unit_path, unit_name, year, title, search, intro, questions, deadline, state)
     VALUES ($1, $2, $3, 'Sở mẫu', 2026, 'Rà soát', '', '', '[]', $4, 'open')`,
    [id, province, pathOf(province), deadline],
  );
  await put.run(
    `INSERT INTO meetings.review_answers (id, review_id, unit_id, unit_path, unit_name, search)
     VALUES (gen_random_uuid(), $1, $2, $3, 'Trường mẫu', '')`,
    [id, school, pathOf(province, district, school)],
  );
}

const problem = () =>
  put.run(
    `INSERT INTO meetings.feedback (id, unit_id, unit_path, unit_name, author_id, title, text, search, created_at)
     VALUES (gen_random_uuid(), $1, $2, 'Trường mẫu', gen_random_uuid(), 'Mất tiếng', 'x', '', $3)`,
    [school, pathOf(province, district, school), time.now],
  );

async function training(title: string, occurrenceId: string, siteId?: string): Promise<string> {
  const id = randomUUID();
  await put.run(
    `INSERT INTO meetings.trainings (id, unit_id, unit_path, unit_name, occurrence_id, title, search, required_percent)
     VALUES ($1, $2, $3, 'Sở mẫu', $4, $5, '', 80)`,
    [id, province, pathOf(province), occurrenceId, title],
  );
  if (siteId) {
    await put.run(
      'INSERT INTO meetings.training_places (training_id, site_id, capacity) VALUES ($1, $2, 30)',
      [id, siteId],
    );
  }
  return id;
}

const seen = (caller: UserCaller = admin, unitId?: string): Promise<Overview> =>
  overviews.read({ ...(unitId && { unitId }) }, caller);

describe('the meetings of today and of the six days after (HB-10.1)', () => {
  test('are counted by state and listed by start, those that do not take place left out', async () => {
    const at = pathOf(province);
    const first = await put.meeting(at, hoursAfter(time.now, -8), { state: 'ended' });
    const next = await put.meeting(at, hoursAfter(time.now, 1));
    const last = await put.meeting(at, new Date('2026-11-26T16:00:00Z'));
    await put.meeting(at, new Date('2026-11-26T17:00:00Z'));
    await put.meeting(at, hoursAfter(time.now, 2), { state: 'cancelled' });
    await put.meeting(at, new Date('2026-11-19T12:00:00Z'), { state: 'ended' });
    const { firstDay, lastDay, meetings } = await seen();
    expect([firstDay, lastDay]).toEqual(['2026-11-20', '2026-11-26']);
    expect(meetings.items.map(({ occurrenceId }) => occurrenceId)).toEqual([first, next, last]);
    expect(meetings).toMatchObject({
      today: 2,
      week: 3,
      states: [
        { state: 'ended', today: 1, week: 1 },
        { state: 'scheduled', today: 1, week: 2 },
      ],
    });
  });

  test('show who answered, what is prepared, and how the sites stand with their checks', async () => {
    const sites = [];
    for (const name of ['A', 'B', 'C', 'D', 'E']) {
      sites.push(await put.site(pathOf(province, district, school), name));
    }
    const id = await put.meeting(pathOf(province), hoursAfter(time.now, 30), { sites, state: 'checking' });
    await invite(id, sites, ['accepted', 'declined', 'sent', 'viewed', 'revoked']);
    await task(id, { due: -2 });
    await task(id, { due: -2, done: true });
    await task(id, { due: 5 });
    await open(id);
    await tried(id, sites[0], 'pass', 'ok');
    await tried(id, sites[1], 'pass', 'faulty');
    await tried(id, sites[2], 'fail', 'ok');
    await tried(id, sites[3], 'running', 'ok');
    const { meetings, campaigns, overdue } = await seen();
    expect(meetings.items[0]).toMatchObject({
      occurrenceId: id,
      replies: { invited: 4, accepted: 1, declined: 1, silent: 2 },
      preparation: { tasks: 3, done: 1, late: 1 },
      checksOpened: true,
      checks: { sites: 5, green: 1, yellow: 1, red: 1, silent: 2 },
    });
    expect(campaigns).toMatchObject({ meetings: 1, sites: 5, green: 1, yellow: 1, red: 1, silent: 2 });
    expect(campaigns.items.map(({ siteName, state, role }) => `${siteName} ${role} ${state}`)).toEqual([
      'C member red',
      'D member silent',
      'E member silent',
    ]);
    expect(overdue.tasks).toBe(1);
  });
});

test('a site is red or silent until its meeting begins, whether or not its checks were closed (HB-8.2)', async () => {
  const site = await put.site(pathOf(province, school));
  const id = await put.meeting(pathOf(province), hoursAfter(time.now, 20), { sites: [site] });
  expect((await seen()).campaigns).toMatchObject({ meetings: 0, sites: 0, items: [] });
  await open(id);
  await put.run('UPDATE meetings.check_campaigns SET closed_at = opened_at WHERE occurrence_id = $1', [id]);
  expect((await seen()).campaigns).toMatchObject({ meetings: 1, silent: 1, items: [{ siteId: site }] });
  time.on(20);
  expect((await seen()).campaigns).toMatchObject({ meetings: 0, silent: 0, items: [] });
});

test('each sees what their own rights show, and may look at one unit of it', async () => {
  const [here, there] = [
    await put.site(pathOf(province, district, school)),
    await put.site(pathOf(other), 'Nơi khác'),
  ];
  const own = await put.meeting(pathOf(province), hoursAfter(time.now, 20), { sites: [here] });
  await put.meeting(pathOf(other), hoursAfter(time.now, 20), { sites: [there] });
  await open(own);
  const ids = async (caller: UserCaller, unitId?: string) => {
    const { meetings, campaigns } = await seen(caller, unitId);
    return [meetings.items.map(({ occurrenceId }) => occurrenceId), campaigns.meetings];
  };
  expect(await ids(admin)).toEqual([[own], 1]);
  expect(await ids(admin, school)).toEqual([[own], 1]);
  expect(await ids(admin, other)).toEqual([[], 0]);
  expect(await ids(holding('siteOperator', school ?? ''))).toEqual([[own], 1]);
  expect(await ids(holding('departmentAdmin', await make.unit('Sở thứ ba')))).toEqual([[], 0]);
});

test('reports of the year that is over, reviews past their deadline and open problems are overdue', async () => {
  await put.site(pathOf(province, district, school));
  await put.site(pathOf(province, district));
  const late = { tasks: 0, maintenance: 0, reportYear: 2025, reports: 0, reviews: 0, problems: 0 };
  // The sites came in 2026.
  await put.run(`UPDATE meetings.sites SET created_at = '2026-03-01' WHERE unit_path[1] = $1`, [province]);
  expect((await seen()).overdue).toEqual(late);
  await put.run(`UPDATE meetings.sites SET created_at = '2025-03-01' WHERE unit_path[1] = $1`, [province]);
  await review('2026-11-19');
  await review('2026-11-20');
  await problem();
  expect((await seen()).overdue).toEqual({ ...late, reports: 2, reviews: 1, problems: 1 });
  await put.run(
    `INSERT INTO meetings.annual_reports (id, unit_id, unit_path, unit_name, year, words, figures, source, source_hash,
       counted_at, state, submitted_at)
     VALUES (gen_random_uuid(), $1, $2, 'Trường mẫu', 2025, '{}', '{}', '{}', 'x', now(), 'submitted', now())`,
    [school, pathOf(province, district, school)],
  );
  expect((await seen()).overdue).toEqual({ ...late, reports: 1, reviews: 1, problems: 1 });
  expect((await seen(admin, school)).overdue).toEqual({ ...late, reviews: 1, problems: 1 });
});

test('trainings ahead are those with a session to come, at a unit or a site of one’s own', async () => {
  const site = await put.site(pathOf(province, district, school));
  const soon = await training('Sớm', await put.meeting(pathOf(province), hoursAfter(time.now, 30)), site);
  const late = await training('Muộn', await put.meeting(pathOf(province), hoursAfter(time.now, 90)));
  await training(
    'Đã qua',
    await put.meeting(pathOf(province), hoursAfter(time.now, -30), { state: 'ended' }),
  );
  expect((await seen()).trainings).toMatchObject({
    total: 2,
    items: [
      { trainingId: soon, title: 'Sớm', capacity: 30, registered: 0 },
      { trainingId: late, title: 'Muộn', capacity: 0 },
    ],
  });
  expect((await seen(holding('siteOperator', school ?? ''))).trainings.items).toMatchObject([
    { trainingId: soon },
  ]);
});

import { anonymous, type UserCaller } from '@diemcau/contracts/core/caller';
import { CheckFacts, ChecksClient } from '@diemcau/contracts/meetings/checks';
import { checkErrors } from '@diemcau/contracts/meetings/checks-errors';
import { LinkedChecksClient, OwnSiteChecksClient } from '@diemcau/contracts/meetings/checks-own';
import { eventually, type TestBed } from '@diemcau/testing/service';
import { randomUUID } from 'node:crypto';
import { CampaignsJob } from '../src/checks/campaigns.job.js';
import { ChecksService } from '../src/checks/checks.service.js';
import { findings, hoursAfter, mediaBeside, MeetingMaker, SetTime } from './checks.js';
import { codesOf } from './door.js';
import { holding, type MadeRoom, type Maker, startMeetings } from './meetings.js';
import { DataSource } from 'typeorm';

let bed: TestBed;
let make: Maker;
let put: MeetingMaker;
let time: SetTime;
let checks: ChecksClient;
let own: OwnSiteChecksClient;
let linked: LinkedChecksClient;
let job: CampaignsJob;
let province: string;
let room: MadeRoom;
let officer: UserCaller;

beforeAll(async () => {
  ({ bed, make } = await startMeetings());
  await mediaBeside(bed);
  put = new MeetingMaker(bed);
  time = new SetTime(bed);
  [checks, own, linked] = [
    bed.client(ChecksClient),
    bed.client(OwnSiteChecksClient),
    bed.client(LinkedChecksClient),
  ];
  job = bed.part(CampaignsJob);
  province = await make.unit('Sở mẫu');
  officer = holding('secretary', province);
}, 60_000);
afterAll(() => bed.stop());
beforeEach(async () => {
  room = await make.room([province]);
});

/** A meeting in so many hours with sites of schools, and who runs each. */
async function meetingIn(hours: number, count: number) {
  const sites: string[] = [];
  const operators: UserCaller[] = [];
  for (let i = 0; i < count; i++) {
    const school = await make.unit(`Trường mẫu ${i}`, province);
    sites.push(await put.site([province, school]));
    operators.push(holding('siteOperator', school));
  }
  const startsAt = hoursAfter(time.now, hours);
  const id = await put.meeting([province], startsAt, { sites, roomId: room.id });
  return { id, sites, operators, startsAt };
}
type Met = Awaited<ReturnType<typeof meetingIn>>;

async function tries({ id, sites, operators }: Met, n: number, but: Parameters<typeof findings>[1] = {}) {
  const [siteId, operator] = [sites[n]!, operators[n]!];
  const { attempt } = await own.begin({ occurrenceId: id, siteId }, operator);
  const lineTestId = await put.lineTest(room.id, time.now);
  return own.submit(findings({ occurrenceId: id, siteId, attempt, lineTestId }, but), operator);
}
const statesOf = async ({ id }: Met) =>
  (await checks.board({ occurrenceId: id }, officer)).items.map(({ state }) => state);

test('a campaign over a week: opened three days before, closed a day before, red and silent sites told once', async () => {
  const met = await meetingIn(7 * 24, 3);
  const told = bed.listen(CheckFacts.siteRed);
  const seen: string[] = [];
  for (let hour = 0; hour < 7 * 24; hour += 2) {
    // Two replicas, and now and then none for a while.
    if (hour % 10 !== 0) await Promise.all([job.look(), job.look()]);
    const { state } = await checks.board({ occurrenceId: met.id }, officer);
    if (seen.at(-1) !== state) seen.push(state);
    if (hour === 4 * 24 + 4) {
      await tries(met, 0);
      await tries(met, 1, { power: 'faulty' });
    }
    time.on(2);
  }
  expect(seen).toEqual(['none', 'open', 'closed']);
  expect(await statesOf(met)).toEqual(['pass', 'fail', 'pending']);
  await eventually(
    () => told.filter(({ occurrenceId }) => occurrenceId === met.id).length,
    (count) => count === 2,
  );
  expect(told.filter(({ occurrenceId }) => occurrenceId === met.id)).toEqual(
    expect.arrayContaining([
      { occurrenceId: met.id, siteId: met.sites[1], reason: 'fail' },
      { occurrenceId: met.id, siteId: met.sites[2], reason: 'silent' },
    ]),
  );
  const rows = await bed.sql(`SELECT state FROM meetings.occurrences WHERE id = $1`, [met.id]);
  expect(rows).toEqual([{ state: 'checking' }]);
}, 60_000);

test('what is missing keeps a meeting from going live without a word (I14)', async () => {
  const met = await meetingIn(48, 2);
  const service = bed.part(ChecksService);
  expect((await service.missingFor(met.id)).sort()).toEqual([...met.sites].sort());
  await job.look();
  await tries(met, 0);
  expect(await service.missingFor(met.id)).toEqual([met.sites[1]]);
  await expect(checks.missing({ occurrenceId: met.id }, officer)).resolves.toEqual({
    siteIds: [met.sites[1]],
  });
});

test('a site that passed has passed until another try says otherwise; who is asked to try again has not', async () => {
  const met = await meetingIn(48, 1);
  const [siteId, operator] = [met.sites[0]!, met.operators[0]!];
  const missing = () => bed.part(ChecksService).missingFor(met.id);
  await job.look();
  await tries(met, 0);
  await own.begin({ occurrenceId: met.id, siteId }, operator);
  expect(await missing()).toEqual([]);
  await tries(met, 0, { power: 'absent' });
  expect(await missing()).toEqual([siteId]);
  await tries(met, 0);
  await checks.retest({ occurrenceId: met.id, siteId }, officer);
  await own.begin({ occurrenceId: met.id, siteId }, operator);
  expect(await missing()).toEqual([siteId]);
});

test('a site that failed tries again and passes', async () => {
  const met = await meetingIn(48, 1);
  await job.look();
  const failed = await tries(met, 0, { cameraFraming: 'faulty' });
  expect(failed).toMatchObject({ state: 'fail', attempt: 1, test: { passed: false, reasons: ['items'] } });
  await checks.retest({ occurrenceId: met.id, siteId: met.sites[0]! }, officer);
  expect(await statesOf(met)).toEqual(['retest']);
  await expect(tries(met, 0)).resolves.toMatchObject({ state: 'pass', attempt: 2, test: { reasons: [] } });
  const kept = await bed.sql(
    'SELECT passed FROM meetings.device_tests WHERE occurrence_id = $1 ORDER BY at',
    [met.id],
  );
  expect(kept).toHaveLength(2);
});

test('a line below what the site needs fails, whatever the room asks for', async () => {
  const met = await meetingIn(48, 1);
  await job.look();
  const ref = { occurrenceId: met.id, siteId: met.sites[0]! };
  const { attempt } = await own.begin(ref, met.operators[0]!);
  const lineTestId = await put.lineTest(room.id, time.now, { upMbps: 9 });
  const done = await own.submit(findings({ ...ref, attempt, lineTestId }), met.operators[0]!);
  expect(done).toMatchObject({ state: 'fail', test: { upMbps: 9, requiredMbps: 10, reasons: ['lineUp'] } });
});

describe('results that nobody measured are refused', () => {
  const forged: Record<string, (met: Met) => Promise<string>> = {
    'an id that media does not know': async () => randomUUID(),
    'a test against another room': async () => put.lineTest((await make.room([province])).id, time.now),
    'a test of yesterday': async () => put.lineTest(room.id, hoursAfter(time.now, -24)),
    'a test from before the try began': async () => put.lineTest(room.id, hoursAfter(time.now, -0.1)),
    'a test another site has shown': async (met) => {
      const done = await tries(met, 1);
      return done.test!.lineTestId;
    },
  };
  const codes = ['lineTestUnknown', 'lineTestForeign', 'lineTestStale', 'lineTestStale', 'lineTestUsed'];

  test.each(Object.keys(forged).map((name, i) => [name, `checks.${codes[i]}`]))(
    '%s: %s',
    async (name, code) => {
      const met = await meetingIn(48, 2);
      await job.look();
      const ref = { occurrenceId: met.id, siteId: met.sites[0]! };
      const { attempt } = await own.begin(ref, met.operators[0]!);
      const lineTestId = await forged[name]!(met);
      const submit = own.submit(findings({ ...ref, attempt, lineTestId }), met.operators[0]!);
      await expect(submit).rejects.toThrow(code);
      expect((await statesOf(met))[0]).toBe('running');
    },
  );

  test('figures sent along with it are not even part of the contract', async () => {
    const met = await meetingIn(48, 1);
    await job.look();
    const ref = { occurrenceId: met.id, siteId: met.sites[0]! };
    const { attempt } = await own.begin(ref, met.operators[0]!);
    const lineTestId = await put.lineTest(room.id, time.now);
    const forged = { ...findings({ ...ref, attempt, lineTestId }), upMbps: 900 };
    const submit = own.submit(forged, met.operators[0]!);
    await expect(submit).rejects.toThrow('common.invalid');
  });
});

test('of two results of one try that race, one counts; the same one twice is one', async () => {
  for (let round = 0; round < 5; round++) {
    room = await make.room([province]);
    const met = await meetingIn(48, 1);
    await job.look();
    const ref = { occurrenceId: met.id, siteId: met.sites[0]! };
    const { attempt } = await own.begin(ref, met.operators[0]!);
    const [a, b] = [await put.lineTest(room.id, time.now), await put.lineTest(room.id, time.now)];
    const send = (lineTestId: string) =>
      own.submit(findings({ ...ref, attempt, lineTestId }), met.operators[0]!);
    const results = await Promise.allSettled([send(a), send(b)]);
    expect(codesOf(results)).toEqual([checkErrors.notRunning.code, 'fine']);
    const counted = (await own.look(ref, met.operators[0]!)).test!.lineTestId;
    const again = await Promise.allSettled([send(counted), send(counted)]);
    expect(codesOf(again)).toEqual(['fine', 'fine']);
  }
});

test('a moved meeting is checked anew: results, tries under way and reports are gone (I15)', async () => {
  const met = await meetingIn(30, 2);
  await job.look();
  await tries(met, 0);
  const ref = { occurrenceId: met.id, siteId: met.sites[1]! };
  const { attempt } = await own.begin(ref, met.operators[1]!);
  await bed.part(DataSource).transaction(async (manager) => {
    await manager.query(
      `UPDATE occurrences SET starts_at = starts_at + interval '20 days', ends_at = ends_at + interval '20 days' WHERE id = $1`,
      [met.id],
    );
    await bed.part(ChecksService).resetFor(manager, met.id);
  });
  expect(await statesOf(met)).toEqual(['pending', 'pending']);
  await expect(checks.board({ occurrenceId: met.id }, officer)).resolves.toMatchObject({ state: 'none' });
  const late = own.submit(
    findings({ ...ref, attempt, lineTestId: await put.lineTest(room.id, time.now) }),
    met.operators[1]!,
  );
  await expect(late).rejects.toThrow(checkErrors.notRunning.code);
  time.on(30 + 20 * 24 - 25);
  await job.look();
  await expect(checks.board({ occurrenceId: met.id }, officer)).resolves.toMatchObject({ state: 'open' });
  time.on(-(30 + 20 * 24 - 25));
});

test('a site that passed and fails after the close is told of, once', async () => {
  const met = await meetingIn(30, 1);
  const told = bed.listen(CheckFacts.siteRed);
  await job.look();
  await tries(met, 0);
  await checks.close({ occurrenceId: met.id }, officer);
  await tries(met, 0, { power: 'absent' });
  await tries(met, 0, { power: 'absent' });
  await eventually(
    () => told.filter(({ occurrenceId }) => occurrenceId === met.id),
    (mine) => mine.length > 0,
  );
  expect(told.filter(({ occurrenceId }) => occurrenceId === met.id)).toEqual([
    { occurrenceId: met.id, siteId: met.sites[0], reason: 'fail' },
  ]);
});

test('a signed link speaks for its own site and meeting, without an account', async () => {
  const met = await meetingIn(48, 2);
  await job.look();
  const { token } = await checks.link({ occurrenceId: met.id, siteId: met.sites[0]! }, officer);
  const { attempt, siteId } = await linked.begin({ token }, anonymous);
  expect(siteId).toBe(met.sites[0]);
  const lineTestId = await put.lineTest(room.id, time.now);
  const {
    occurrenceId: _o,
    siteId: _s,
    ...said
  } = findings({ occurrenceId: '', siteId: '', attempt, lineTestId });
  await expect(linked.submit({ ...said, token }, anonymous)).resolves.toMatchObject({ state: 'pass' });
  expect(await statesOf(met)).toEqual(['pass', 'pending']);
  await expect(linked.look({ token: `${token}x` }, anonymous)).rejects.toThrow(checkErrors.linkInvalid.code);
  await expect(own.look({ occurrenceId: met.id, siteId: met.sites[1]! }, anonymous)).rejects.toThrow(
    checkErrors.notFound.code,
  );
});

test('who runs one site sees that site on the board, and may not manage', async () => {
  const met = await meetingIn(48, 3);
  const board = await checks.board({ occurrenceId: met.id }, met.operators[1]!);
  expect(board.items.map(({ siteId }) => siteId)).toEqual([met.sites[1]]);
  expect(board.manageable).toBe(false);
  const mine = await own.mine({}, met.operators[1]!);
  expect(mine.items.map(({ siteId }) => siteId)).toEqual([met.sites[1]]);
  const others = own.look({ occurrenceId: met.id, siteId: met.sites[0]! }, met.operators[1]!);
  await expect(others).rejects.toThrow(checkErrors.notFound.code);
});

test('a policy of the unit above decides; two who set it at once do not overwrite each other', async () => {
  const district = await make.unit('Phòng mẫu', province);
  const boss = holding('departmentAdmin', province);
  const wish = {
    unitId: district,
    version: 0,
    opensDaysBefore: 5,
    closesHoursBefore: 48,
    neededItems: ['power' as const],
  };
  const both = await Promise.allSettled([checks.setPolicy(wish, boss), checks.setPolicy(wish, boss)]);
  expect(codesOf(both)).toEqual([checkErrors.changedMeanwhile.code, 'fine']);
  const school = await make.unit('Trường mẫu', district);
  await expect(checks.policy({ unitId: school }, boss)).resolves.toMatchObject({
    definedBy: district,
    version: 0,
  });
  const site = await put.site([province, district, school]);
  const id = await put.meeting([province, district], hoursAfter(time.now, 4 * 24), { sites: [site] });
  await job.look();
  await expect(checks.board({ occurrenceId: id }, boss)).resolves.toMatchObject({ state: 'open' });
});

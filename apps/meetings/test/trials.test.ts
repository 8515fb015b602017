import type { UserCaller } from '@diemcau/contracts/core/caller';
import { type PlanTrial, TrialsClient } from '@diemcau/contracts/meetings/trials';
import type { TestBed } from '@diemcau/testing/service';
import { subjectOfTrial } from '../src/trials/trial-subject.js';
import { allFine, hoursAfter, mediaBeside, MeetingMaker, SetTime } from './checks.js';
import { codesOf } from './door.js';
import { holding, type MadeRoom, type Maker, startMeetings } from './meetings.js';
import { WindowsJob } from '../src/trials/windows.job.js';

let bed: TestBed;
let make: Maker;
let put: MeetingMaker;
let time: SetTime;
let trials: TrialsClient;
let job: WindowsJob;
let province: string;
let room: MadeRoom;
let boss: UserCaller;
let schools: string[];

beforeAll(async () => {
  ({ bed, make } = await startMeetings());
  await mediaBeside(bed);
  [put, time, trials, job] = [
    new MeetingMaker(bed),
    new SetTime(bed),
    bed.client(TrialsClient),
    bed.part(WindowsJob),
  ];
  province = await make.unit('Sở mẫu');
  room = await make.room([province]);
  boss = holding('secretary', province);
  schools = [await make.unit('Trường A', province), await make.unit('Trường B', province)];
}, 60_000);
afterAll(() => bed.stop());

const wish = (): PlanTrial => ({
  unitId: province,
  title: 'Chạy thử toàn tỉnh',
  roomId: room.id,
  startsAt: hoursAfter(time.now, 1).toISOString(),
  endsAt: hoursAfter(time.now, 9).toISOString(),
  requiredMbps: 10,
  invitedUnitIds: schools,
});
const operatorOf = (unitId = '') => holding('siteOperator', unitId);

async function send(trialId: string, unitId = '', line: { upMbps?: number } = {}) {
  const tests = await put.measured(room.id, subjectOfTrial(trialId, unitId), time.now, line);
  return trials.submit({ trialId, unitId, ...tests, ...allFine() }, operatorOf(unitId));
}
const standing = async (trialId: string) =>
  Object.fromEntries(
    (await trials.board({ trialId }, boss)).units.map(({ unitId, state }) => [unitId, state]),
  );

test('TM-3: a window opens and closes by itself; who has passed and who has not is on the board', async () => {
  const { id } = await trials.plan(wish(), boss);
  await job.look();
  const named = async (q: string) => (await trials.list({ q }, boss)).items.map((trial) => trial.id);
  expect([await named('TINH thu'), await named('huyen')]).toEqual([[id], []]);
  await expect(send(id, schools[0])).rejects.toThrow('trials.notOpen');
  time.on(1);
  await Promise.all([job.look(), job.look()]);
  await expect(send(id, schools[0])).resolves.toMatchObject({ state: 'passed', tries: 1 });
  await expect(send(id, schools[1], { upMbps: 4 })).resolves.toMatchObject({
    state: 'failed',
    test: { reasons: ['lineUp'] },
  });
  expect(await standing(id)).toEqual({ [schools[0]!]: 'passed', [schools[1]!]: 'failed' });
  await expect(send(id, schools[1])).resolves.toMatchObject({ state: 'passed', tries: 2 });
  await expect(send(id, schools[0], { upMbps: 1 })).resolves.toMatchObject({ state: 'passed', tries: 2 });
  time.on(8);
  await job.look();
  await expect(send(id, schools[0])).rejects.toThrow('trials.notOpen');
  await expect(trials.board({ trialId: id }, boss)).resolves.toMatchObject({
    state: 'closed',
    passed: 2,
    failed: 0,
  });
});

test('a window that passed while everything was down is closed', async () => {
  const { id } = await trials.plan(wish(), boss);
  time.on(24 * 7);
  await job.look();
  await expect(trials.board({ trialId: id }, boss)).resolves.toMatchObject({ state: 'closed' });
});

test('one line test is one result: sent twice it counts once, another unit cannot show it', async () => {
  const { id } = await trials.plan(wish(), boss);
  await trials.open({ trialId: id }, boss);
  const lineTestId = await put.lineTest(room.id, time.now);
  const sent = async (unitId: string) => {
    const mediaTestId = await put.mediaTest(room.id, subjectOfTrial(id, unitId), time.now);
    return trials.submit({ trialId: id, unitId, lineTestId, mediaTestId, ...allFine() }, operatorOf(unitId));
  };
  await sent(schools[0]!);
  await expect(sent(schools[0]!)).resolves.toMatchObject({ tries: 1 });
  await expect(sent(schools[1]!)).rejects.toThrow('checks.lineTestUsed');
});

test('a unit sees its own line alone, and answers for itself alone', async () => {
  const { id } = await trials.plan(wish(), boss);
  await trials.open({ trialId: id }, boss);
  const own = await trials.board({ trialId: id }, operatorOf(schools[0]));
  expect(own.units.map(({ unitId }) => unitId)).toEqual([schools[0]]);
  const foreign = trials.look({ trialId: id, unitId: schools[1]! }, operatorOf(schools[0]));
  await expect(foreign).rejects.toThrow('trials.notFound');
  const stranger = holding('secretary', await make.unit('Trường C', province));
  await expect(trials.board({ trialId: id }, stranger)).rejects.toThrow('trials.notFound');
});

test('who has not passed is reminded, and not twice within half an hour, whoever asks', async () => {
  const { id } = await trials.plan(wish(), boss);
  await trials.open({ trialId: id }, boss);
  await send(id, schools[0]);
  const operator = await make.user('Cán bộ Mẫu', schools[1]!);
  await bed.sql(
    `INSERT INTO identity.role_grants (id, user_id, role, unit_id, subtree, valid_from)
     VALUES (gen_random_uuid(), $1, 'siteOperator', $2, false, '2020-01-01')`,
    [operator, schools[1]],
  );
  const both = await Promise.allSettled([
    trials.remind({ trialId: id }, boss),
    trials.remind({ trialId: id }, boss),
  ]);
  expect(codesOf(both)).toEqual(['fine', 'trials.remindedLately']);
  const told = both.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
  expect(told).toEqual([{ units: 1, mails: 1 }]);
});

test.each([
  ['ends before it starts', () => ({ endsAt: time.now.toISOString() }), 'trials.dates'],
  ['a room of nobody', () => ({ roomId: schools[0]! }), 'trials.roomUnknown'],
  ['a unit of nobody', () => ({ invitedUnitIds: [room.id] }), 'trials.unitUnknown'],
])('a window that %s is not planned', async (_, change, code) => {
  await expect(trials.plan({ ...wish(), ...change() }, boss)).rejects.toThrow(code);
});

test('of two who change a window at once, one is told to reload', async () => {
  const { id, version } = await trials.plan(wish(), boss);
  const change = (title: string) => trials.change({ trialId: id, version, title }, boss);
  expect(codesOf(await Promise.allSettled([change('A'), change('B')]))).toEqual([
    'fine',
    'trials.changedMeanwhile',
  ]);
});

import type { UserCaller } from '@diemcau/contracts/core/caller';
import { TrialsClient } from '@diemcau/contracts/meetings/trials';
import type { TestBed } from '@diemcau/testing/service';
import { subjectOfTrial } from '../src/trials/trial-subject.js';
import { allFine, hoursAfter, mediaBeside, MeetingMaker, SetTime } from './checks.js';
import { holding, type MadeRoom, type Maker, startMeetings } from './meetings.js';
import { TrialLettersService } from '../src/trials/letters.service.js';
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
/** Unit, and who runs its sites. */
let passing: [string, string];
let silent: [string, string];

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
  [passing, silent] = [await staffed('Trường A'), await staffed('Trường B')];
}, 60_000);
afterAll(() => bed.stop());

async function staffed(name: string): Promise<[string, string]> {
  const unitId = await make.unit(name, province);
  return [unitId, await operatorOf(unitId)];
}
async function operatorOf(unitId: string): Promise<string> {
  const userId = await make.user('Cán bộ Mẫu', unitId);
  await bed.sql(
    `INSERT INTO identity.role_grants (id, user_id, role, unit_id, subtree, valid_from)
     VALUES (gen_random_uuid(), $1, 'siteOperator', $2, false, '2020-01-01')`,
    [userId, unitId],
  );
  return userId;
}
async function planned(hours: number, unitIds: readonly string[]): Promise<string> {
  const { id } = await trials.plan(
    {
      unitId: province,
      title: 'Chạy thử toàn tỉnh',
      roomId: room.id,
      startsAt: hoursAfter(time.now, 1).toISOString(),
      endsAt: hoursAfter(time.now, 1 + hours).toISOString(),
      requiredMbps: 10,
      invitedUnitIds: [...unitIds],
    },
    boss,
  );
  return id;
}
/** «opening» or «closing», and to whom. */
const told = async (trialId: string): Promise<string[]> => {
  const mails = await bed.sql<{ key: string; userId: string }>(
    `SELECT key, user_id AS "userId" FROM meetings.outgoing_mails WHERE key LIKE 'trial:' || $1 || ':%'`,
    [trialId],
  );
  return mails.map(({ key, userId }) => `${key.split(':')[2] ?? ''} ${userId}`).toSorted();
};
const sorted = (...lines: string[]): string[] => lines.toSorted();

test('TM-3: who runs a site is told once that the window is open, and once more before it closes if the unit has not passed', async () => {
  const id = await planned(12, [passing[0], silent[0]]);
  await job.look();
  expect(await told(id)).toEqual([]);
  time.on(1);
  await Promise.all([job.look(), job.look(), job.look()]);
  const opened = sorted(`opening ${passing[1]}`, `opening ${silent[1]}`);
  expect(await told(id)).toEqual(opened);

  const unitId = passing[0];
  const tests = await put.measured(room.id, subjectOfTrial(id, unitId), time.now);
  await trials.submit({ trialId: id, unitId, ...tests, ...allFine() }, holding('siteOperator', unitId));
  time.on(9);
  await job.look();
  expect(await told(id)).toEqual(opened);
  time.on(1);
  await Promise.all([job.look(), job.look()]);
  await job.look();
  expect(await told(id)).toEqual(sorted(...opened, `closing ${silent[1]}`));
});

test('of a short window the last quarter is told, not the last two hours', async () => {
  const id = await planned(2, [silent[0]]);
  time.on(1);
  await job.look();
  time.on(1.25);
  await job.look();
  expect(await told(id)).toEqual([`opening ${silent[1]}`]);
  time.on(0.25);
  await job.look();
  expect(await told(id)).toEqual([`closing ${silent[1]}`, `opening ${silent[1]}`]);
});

test('a unit added while the window is open is told then; one that nobody runs, once somebody does', async () => {
  const lonely = await make.unit('Trường chưa có người', province);
  const id = await planned(12, [silent[0], lonely]);
  time.on(1);
  await job.look();
  const { version } = await trials.board({ trialId: id }, boss);
  await trials.change({ trialId: id, version, addedUnitIds: [passing[0]] }, boss);
  const newcomer = await operatorOf(lonely);
  await job.look();
  const everybody = [silent[1], passing[1], newcomer].map((userId) => `opening ${userId}`);
  expect(await told(id)).toEqual(sorted(...everybody));
});

test('who hears of an open window only when it is about to close gets one letter, not two', async () => {
  const id = await planned(12, [silent[0]]);
  await trials.open({ trialId: id }, boss);
  time.on(12);
  await bed.part(TrialLettersService).tell(time.now);
  await job.look();
  expect(await told(id)).toEqual([`opening ${silent[1]}`]);
});

test('who has not passed is told of another end once, and again before it closes then', async () => {
  const id = await planned(12, [passing[0], silent[0]]);
  time.on(1);
  await job.look();
  const unitId = passing[0];
  const tests = await put.measured(room.id, subjectOfTrial(id, unitId), time.now);
  await trials.submit({ trialId: id, unitId, ...tests, ...allFine() }, holding('siteOperator', unitId));
  time.on(10.5);
  await job.look();
  const before = sorted(`opening ${passing[1]}`, `opening ${silent[1]}`, `closing ${silent[1]}`);
  expect(await told(id)).toEqual(before);
  const { version } = await trials.board({ trialId: id }, boss);
  await trials.change({ trialId: id, version, endsAt: hoursAfter(time.now, 24).toISOString() }, boss);
  await Promise.all([job.look(), job.look()]);
  await job.look();
  expect(await told(id)).toEqual(sorted(...before, `moved ${silent[1]}`));
  time.on(23);
  await job.look();
  expect(await told(id)).toEqual(sorted(...before, `moved ${silent[1]}`, `closing ${silent[1]}`));
});

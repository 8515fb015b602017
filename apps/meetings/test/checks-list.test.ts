import { ChecksClient } from '@diemcau/contracts/meetings/checks';
import { checkErrors } from '@diemcau/contracts/meetings/checks-errors';
import type { TestBed } from '@diemcau/testing/service';
import { CampaignsJob } from '../src/checks/campaigns.job.js';
import { hoursAfter, MeetingMaker, SetTime } from './checks.js';
import { codesOf } from './door.js';
import { holding, type Maker, startMeetings } from './meetings.js';

let bed: TestBed;
let make: Maker;
let put: MeetingMaker;
let time: SetTime;
let checks: ChecksClient;

beforeAll(async () => {
  ({ bed, make } = await startMeetings());
  put = new MeetingMaker(bed);
  time = new SetTime(bed);
  checks = bed.client(ChecksClient);
}, 60_000);
afterAll(() => bed.stop());

test('the list of checks says when each closes by the policy in force, as its board does (HB-8.2)', async () => {
  const province = await make.unit('Sở mẫu');
  const district = await make.unit('Phòng mẫu', province);
  const school = await make.unit('Trường mẫu', district);
  const officer = holding('departmentAdmin', province);
  const policy = { opensDaysBefore: 2, closesHoursBefore: 6, neededItems: [] };
  await checks.setPolicy({ unitId: district, version: 0, ...policy }, officer);

  const startsAt = hoursAfter(time.now, 60);
  const sites = [await put.site([province, district, school])];
  const room = async () => (await make.room([province])).id;
  const usual = await put.meeting([province], startsAt, { sites, roomId: await room() });
  const below = await put.meeting([province, district, school], hoursAfter(startsAt, 2), {
    sites: [await put.site([province, district])],
    roomId: await room(),
  });
  const closings = async () => {
    const { items } = await checks.list({}, officer);
    return Object.fromEntries(items.map(({ occurrenceId, closesAt }) => [occurrenceId, closesAt]));
  };
  const expected = {
    [usual]: hoursAfter(startsAt, -24).toISOString(),
    [below]: hoursAfter(startsAt, 2 - 6).toISOString(),
  };
  expect(await closings()).toEqual(expected);
  for (const [occurrenceId, closesAt] of Object.entries(expected)) {
    await expect(checks.board({ occurrenceId }, officer)).resolves.toMatchObject({ closesAt });
  }

  // Opened, it closes when it was said to, whatever the policy becomes.
  await bed.part(CampaignsJob).look();
  await checks.setPolicy({ unitId: province, version: 0, ...policy, closesHoursBefore: 3 }, officer);
  expect(await closings()).toEqual(expected);
});

test('a meeting without an online room is not checked, by the clock or by hand, and begins without (I14)', async () => {
  const province = await make.unit('Sở mẫu');
  const officer = holding('departmentAdmin', province);
  const inPerson = { sites: [await put.site([province])] };
  const occurrenceId = await put.meeting([province], hoursAfter(time.now, 20), inPerson);
  await bed.part(CampaignsJob).look();
  expect((await checks.list({}, officer)).items).toEqual([]);
  await expect(checks.open({ occurrenceId }, officer)).rejects.toThrow('checks.noRoom');
  await expect(checks.missing({ occurrenceId }, officer)).resolves.toEqual({ siteIds: [] });
  const { id: roomId } = await make.room([province]);
  await put.run(
    'UPDATE occurrences SET room_id = $2, room_no = (SELECT no FROM rooms WHERE id = $2) WHERE id = $1',
    [occurrenceId, roomId],
  );
  await bed.part(CampaignsJob).look();
  await expect(checks.board({ occurrenceId }, officer)).resolves.toMatchObject({ state: 'open' });
});

test('a policy of the unit above decides; two who set it at once do not overwrite each other', async () => {
  const province = await make.unit('Sở mẫu');
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
  const { id: roomId } = await make.room([province]);
  const id = await put.meeting([province, district], hoursAfter(time.now, 4 * 24), { sites: [site], roomId });
  await bed.part(CampaignsJob).look();
  await expect(checks.board({ occurrenceId: id }, boss)).resolves.toMatchObject({ state: 'open' });
});

test('a unit drops its own policy and follows the one above; who read the dropped one reloads', async () => {
  const province = await make.unit('Sở mẫu');
  const [district, boss] = [await make.unit('Phòng mẫu', province), holding('departmentAdmin', province)];
  const school = await make.unit('Trường mẫu', district);
  const wish = { version: 0, opensDaysBefore: 5, neededItems: ['power' as const] };
  await checks.setPolicy({ ...wish, unitId: district, closesHoursBefore: 48 }, boss);
  await checks.setPolicy({ ...wish, unitId: school, closesHoursBefore: 12 }, boss);
  const operator = holding('siteOperator', school);
  await expect(checks.resetPolicy({ unitId: school }, operator)).rejects.toThrow('common.notAllowed');
  const above = { definedBy: district, closesHoursBefore: 48, version: 0 };
  await expect(checks.resetPolicy({ unitId: school }, boss)).resolves.toMatchObject(above);
  await expect(checks.resetPolicy({ unitId: school }, boss)).resolves.toMatchObject(above);
  const late = checks.setPolicy({ ...wish, version: 1, unitId: school, closesHoursBefore: 12 }, boss);
  await expect(late).rejects.toThrow(checkErrors.changedMeanwhile.code);
  await expect(checks.resetPolicy({ unitId: district }, boss)).resolves.toMatchObject({ definedBy: null });
});

import { ChecksClient } from '@diemcau/contracts/meetings/checks';
import type { TestBed } from '@diemcau/testing/service';
import { CampaignsJob } from '../src/checks/campaigns.job.js';
import { hoursAfter, MeetingMaker, SetTime } from './checks.js';
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
  const usual = await put.meeting([province], startsAt, { sites });
  const below = await put.meeting([province, district, school], hoursAfter(startsAt, 2), {
    sites: [await put.site([province, district])],
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

import { CatalogueClient } from '@diemcau/contracts/meetings/catalogue';
import { CheckFacts, ChecksClient } from '@diemcau/contracts/meetings/checks';
import { OwnSiteChecksClient } from '@diemcau/contracts/meetings/checks-own';
import { eventually, type TestBed } from '@diemcau/testing/service';
import { CampaignsJob } from '../src/checks/campaigns.job.js';
import { subjectOfCheck } from '../src/checks/mirror-tickets.js';
import { findings, hoursAfter, mediaBeside, MeetingMaker, SetTime } from './checks.js';
import { device, itemNamed, makeProvince, type Province } from './equipment.js';
import { type MadeRoom, Maker, startMeetings } from './meetings.js';

let bed: TestBed;
let make: Maker;
let put: MeetingMaker;
let time: SetTime;
let own: OwnSiteChecksClient;
let checks: ChecksClient;
let home: Province;
let room: MadeRoom;

beforeAll(async () => {
  ({ bed, make } = await startMeetings());
  await mediaBeside(bed);
  [put, time] = [new MeetingMaker(bed), new SetTime(bed)];
  [own, checks] = [bed.client(OwnSiteChecksClient), bed.client(ChecksClient)];
}, 60_000);
afterAll(() => bed.stop());
beforeEach(async () => {
  home = await makeProvince(bed, make);
  room = await make.room([home.department]);
});

/** Checking is open, and closes in a day. */
async function meeting(): Promise<string> {
  const sites = [home.sites[0]];
  const id = await put.meeting([home.department], hoursAfter(time.now, 48), { sites, roomId: room.id });
  await bed.part(CampaignsJob).look();
  return id;
}

/** Everything in order but these devices. */
async function tries(occurrenceId: string, faulty: readonly string[]) {
  const siteId = home.sites[0];
  const { attempt, expected } = await own.begin({ occurrenceId, siteId }, home.operator);
  const subject = subjectOfCheck(occurrenceId, siteId, attempt);
  const tests = await put.measured(room.id, subject, time.now);
  const found = findings({ occurrenceId, siteId, attempt, ...tests });
  const devices = expected.flatMap(({ key, name }) =>
    name === null ? [] : [{ key, answer: faulty.includes(key) ? ('faulty' as const) : ('ok' as const) }],
  );
  return own.submit({ ...found, items: [...found.items, ...devices] }, home.operator);
}
const onBoard = async (occurrenceId: string) =>
  (await checks.board({ occurrenceId }, home.admin)).items.map(({ state, test }) => [state, test?.reasons]);

test('a faulty camera beside one that works is a remark; with the last one faulty the site is red and told so (HB-8.2)', async () => {
  const fixed = await device(bed, home.sites[0], home.operator, { serialNo: 'CAM-1' });
  const itemId = await itemNamed(bed, 'Camera PTZ', home.admin);
  const moving = await device(bed, home.sites[0], home.operator, { serialNo: 'CAM-2', itemId });
  const id = await meeting();
  const told = bed.listen(CheckFacts.siteRed);
  const remark = await tries(id, [fixed.id]);
  expect(remark).toMatchObject({ state: 'pass', test: { reasons: [] } });
  expect(remark.test?.items.filter(({ answer }) => answer === 'faulty')).toMatchObject([{ key: fixed.id }]);
  expect(await tries(id, [fixed.id, moving.id])).toMatchObject({ state: 'fail' });
  expect(await onBoard(id)).toEqual([['fail', ['noCamera']]]);
  time.on(30);
  await bed.part(CampaignsJob).look();
  await eventually(
    () => told.filter(({ occurrenceId }) => occurrenceId === id),
    (facts) => facts.length === 1,
  );
  expect(told.filter(({ occurrenceId }) => occurrenceId === id)).toEqual([
    { occurrenceId: id, siteId: home.sites[0], reason: 'fail' },
  ]);
  expect(await tries(id, [])).toMatchObject({ state: 'pass' });
});

test('what a kind of equipment is to a meeting, the province says: of what serves nothing all may be faulty', async () => {
  const catalogue = bed.client(CatalogueClient);
  const wanted = { provinceId: home.department, name: 'Bộ hội nghị cũ', purpose: 'meeting' as const };
  const item = await catalogue.add(wanted, home.admin);
  expect(item.serves).toEqual([]);
  const set = await device(bed, home.sites[0], home.operator, { itemId: item.id });
  const id = await meeting();
  expect(await tries(id, [set.id])).toMatchObject({ state: 'pass' });
  const serves = ['microphone', 'loudspeaker'] as const;
  const changed = await catalogue.change({ itemId: item.id, version: 1, serves: [...serves] }, home.admin);
  expect(changed.serves).toEqual(serves);
  expect(await tries(id, [set.id])).toMatchObject({
    state: 'fail',
    test: { reasons: ['noMicrophone', 'noLoudspeaker'] },
  });
});

import type { UserCaller } from '@diemcau/contracts/core/caller';
import { type PlanTrial, TrialsClient, type TrialUnit } from '@diemcau/contracts/meetings/trials';
import type { TestBed } from '@diemcau/testing/service';
import { subjectOfTrial } from '../src/trials/trial-subject.js';
import { allFine, hoursAfter, mediaBeside, MeetingMaker } from './checks.js';
import { holding, type MadeRoom, type Maker, startMeetings } from './meetings.js';

let bed: TestBed;
let make: Maker;
let put: MeetingMaker;
let trials: TrialsClient;
let province: string;
let room: MadeRoom;
let boss: UserCaller;

beforeAll(async () => {
  ({ bed, make } = await startMeetings());
  await mediaBeside(bed);
  [put, trials] = [new MeetingMaker(bed), bed.client(TrialsClient)];
  province = await make.unit('Sở mẫu');
  room = await make.room([province]);
  boss = holding('secretary', province);
}, 60_000);
afterAll(() => bed.stop());

const inHours = (hours: number): string => hoursAfter(new Date(), hours).toISOString();
const wish = (of: Partial<PlanTrial>): PlanTrial => ({
  unitId: province,
  title: 'Chạy thử toàn tỉnh',
  roomId: room.id,
  startsAt: inHours(1),
  endsAt: inHours(9),
  requiredMbps: 10,
  invitedUnitIds: [],
  ...of,
});
/** As many schools at once as a big province has. */
const schoolsBelow = (parentId: string, count: number) =>
  bed.sql(
    `INSERT INTO identity.units (id, parent_id, type, code, name, search, state, valid_from)
     SELECT gen_random_uuid(), $1::uuid, 'school', 'truong-' || $1::text || n, 'Trường Tiểu học ' || n, 'truong tieu hoc ' || n,
       'active', '2020-01-01' FROM generate_series(1, $2::int) n`,
    [parentId, count],
  );
const become = (unitId: string, change: string) =>
  bed.sql(`UPDATE identity.units SET ${change} WHERE id = $1`, [unitId]);
const invitedTo = async (trialId: string): Promise<string[]> =>
  (await trials.board({ trialId, limit: 200 }, boss)).units.map(({ unitName }) => unitName).toSorted();

test('TM-3: a window is for all units of some types below one, as the tree is; no need to pick each', async () => {
  const ward = await make.unit('Phường mẫu', province);
  await become(ward, `type = 'commune'`);
  await make.unit('Trường A', ward);
  await make.unit('Trường B', ward);
  const centre = await make.unit('Trung tâm', ward);
  await become(centre, `type = 'continuingEducationCentre'`);
  await become(await make.unit('Trường đã giải thể', ward), `state = 'closed', valid_to = '2021-01-01'`);
  const elsewhere = await make.unit('Trường nơi khác', province);
  const schools = { unitId: ward, types: ['school'] };

  const { id, invited } = await trials.plan(wish({ below: schools }), boss);
  expect([invited, await invitedTo(id)]).toEqual([2, ['Trường A', 'Trường B']]);
  const more = await trials.plan(
    wish({ below: { unitId: ward, types: [] }, invitedUnitIds: [elsewhere] }),
    boss,
  );
  expect(await invitedTo(more.id)).toEqual(['Trung tâm', 'Trường A', 'Trường B', 'Trường nơi khác']);
  const nobody = trials.plan(wish({ below: { unitId: centre, types: [] } }), boss);
  await expect(nobody).rejects.toThrow('trials.noneBelow');
  const foreign = await make.unit('Sở khác');
  await make.unit('Trường của sở khác', foreign);
  const abroad = trials.plan(wish({ below: { unitId: foreign, types: [] } }), boss);
  await expect(abroad).rejects.toThrow('trials.unitUnknown');
});

test('a window that is open goes on longer and takes forgotten units; who has passed stays passed', async () => {
  const schools = [await make.unit('Trường có sẵn', province), await make.unit('Trường bỏ sót', province)];
  const [first = '', forgotten = ''] = schools;
  const { id } = await trials.plan(wish({ invitedUnitIds: [first] }), boss);
  await trials.open({ trialId: id }, boss);
  const tests = await put.measured(room.id, subjectOfTrial(id, first), new Date());
  await trials.submit({ trialId: id, unitId: first, ...tests, ...allFine() }, holding('siteOperator', first));

  const { version } = await trials.board({ trialId: id }, boss);
  const endsAt = inHours(30);
  const change = { trialId: id, version, endsAt, addedUnitIds: [first, forgotten] };
  await expect(trials.change(change, boss)).resolves.toMatchObject({ endsAt, invited: 2, passed: 1 });
  const stranger = holding('siteOperator', first);
  await expect(trials.change({ ...change, version: version + 1 }, stranger)).rejects.toThrow(
    'common.notAllowed',
  );
  await trials.close({ trialId: id }, boss);
  const late = { trialId: id, version: version + 2, below: { unitId: province, types: [] } };
  await expect(trials.change(late, boss)).rejects.toThrow('trials.closed');
});

test('the board of thousands of units comes page by page, and is searched by state and by words without accents', async () => {
  const district = await make.unit('Huyện rộng', province);
  await schoolsBelow(district, 2000);
  const { id } = await trials.plan(wish({ below: { unitId: district, types: ['school'] } }), boss);
  const seen: TrialUnit[] = [];
  let cursor: string | null | undefined;
  do {
    const page = await trials.board({ trialId: id, limit: 200, ...(cursor && { cursor }) }, boss);
    expect(page.invited).toBe(2000);
    seen.push(...page.units);
    cursor = page.nextCursor;
  } while (cursor);
  expect(new Set(seen.map(({ unitId }) => unitId)).size).toBe(2000);
  const found = await trials.board({ trialId: id, q: 'truong TIEU hoc 1999' }, boss);
  expect(found.units.map(({ unitName }) => unitName)).toEqual(['Trường Tiểu học 1999']);
  const passed = await trials.board({ trialId: id, state: 'passed' }, boss);
  expect(passed.units).toEqual([]);
});

test('a window takes five thousand units and no more, however they are added', async () => {
  const crowd = await make.unit('Nơi đông nhất', province);
  await schoolsBelow(crowd, 5000);
  const below = { unitId: crowd, types: ['school'] };
  const { id, version, invited } = await trials.plan(wish({ below }), boss);
  expect(invited).toBe(5000);
  const another = await make.unit('Trường thứ 5001', crowd);
  const change = { trialId: id, version, addedUnitIds: [another] };
  await expect(trials.change(change, boss)).rejects.toThrow('trials.tooManyUnits');
  await expect(trials.plan(wish({ below }), boss)).rejects.toThrow('trials.tooManyUnits');
});

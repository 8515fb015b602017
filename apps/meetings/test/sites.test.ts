import type { UserCaller } from '@diemcau/contracts/core/caller';
import { commonFailures } from '@diemcau/contracts/core/failure';
import { RosterClient } from '@diemcau/contracts/identity/roster';
import { unitErrors } from '@diemcau/contracts/identity/units';
import { type Site, SitesClient } from '@diemcau/contracts/meetings/sites';
import { siteErrors } from '@diemcau/contracts/meetings/sites-errors';
import { eventually, type TestBed } from '@diemcau/testing/service';
import { randomUUID } from 'node:crypto';
import { SiteJudgingJob } from '../src/sites/judging.job.js';
import { holding, type Maker, startMeetings } from './meetings.js';
import { SiteMaker } from './sites.js';
import { happens } from './unit-events.js';

let bed: TestBed;
let make: Maker;
let sites: SitesClient;
let maker: SiteMaker;
let province: string;
let centre: string;
let admin: UserCaller;

beforeAll(async () => {
  ({ bed, make } = await startMeetings());
  [sites, maker] = [bed.client(SitesClient), new SiteMaker(bed)];
  province = await make.unit('Sở mẫu');
  centre = await make.unit('Trung tâm GDTX Mẫu', province);
  admin = holding('departmentAdmin', province);
});
afterAll(() => bed.stop());

const again = (site: Site) => sites.find({ siteId: site.id }, admin);

test('a site begins as a draft that says what it lacks (I8), with at most 40 people in a meeting (HB-4.3)', async () => {
  const site = await maker.site(centre, holding('unitOperator', centre), { name: 'Hội trường tầng 2' });
  expect(site).toMatchObject({
    state: 'draft',
    headcountLimit: 40,
    score: null,
    unitPath: [province, centre],
  });
  expect(new Set(site.reasons.map(({ code }) => code))).toEqual(
    new Set(['itemMissing', 'lineUnknown', 'noOperator']),
  );
  expect(site.reasons).toContainEqual({
    code: 'itemMissing',
    item: 'Phòng được cách âm',
    itemEn: 'The room is sound-insulated',
  });
});

test('it is ready when everything is there, and degraded when its line, or its operator’s phone, is not (I8)', async () => {
  const ready = await maker.readySite(centre, admin);
  expect(ready).toMatchObject({ state: 'ready', reasons: [], score: 100 });
  const slow = await sites.change({ siteId: ready.id, version: ready.version, contractedMbps: 4 }, admin);
  expect(slow).toMatchObject({
    state: 'degraded',
    reasons: [{ code: 'lineTooSlow', item: null, itemEn: null }],
  });
  const quick = await sites.change({ siteId: ready.id, version: slow.version, contractedMbps: 40 }, admin);
  expect(quick.state).toBe('ready');
  const entryIds = [await maker.operator(centre, admin, null)];
  const silent = await sites.setOperators({ siteId: ready.id, version: quick.version, entryIds }, admin);
  expect(silent).toMatchObject({ state: 'degraded', reasons: [{ code: 'noOperatorPhone' }] });
});

test('every night sites are judged by the roster as it is then', async () => {
  const ready = await maker.readySite(centre, admin);
  const entryId = ready.operators[0]?.entryId ?? '';
  await bed.client(RosterClient).change({ entryId, version: 1, until: '2021-01-01' }, admin);
  await bed.part(SiteJudgingJob).judgeAll();
  await expect(again(ready)).resolves.toMatchObject({ state: 'degraded', reasons: [{ code: 'noOperator' }] });
});

test('operators come from the roster of the unit or above it, and still do their duty', async () => {
  const site = await maker.site(centre, admin);
  const elsewhere = await make.unit('Trung tâm khác', province);
  const set = (entryIds: string[]) =>
    sites.setOperators({ siteId: site.id, version: site.version, entryIds }, admin);
  await expect(set([await maker.operator(elsewhere, admin)])).rejects.toThrow(
    siteErrors.operatorElsewhere.code,
  );
  await expect(set([centre])).rejects.toThrow(siteErrors.operatorElsewhere.code);
  const above = await maker.operator(province, admin);
  await expect(set([above])).resolves.toMatchObject({ operators: [{ entryId: above }] });
});

test('of two who change a site at once one is told to look again', async () => {
  const { id: siteId, version } = await maker.site(centre, admin);
  const outcomes = await Promise.allSettled(
    ['Tên thứ nhất', 'Tên thứ hai'].map((name) => sites.change({ siteId, version, name }, admin)),
  );
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  expect(outcomes).toContainEqual(
    expect.objectContaining({
      reason: expect.objectContaining({ message: siteErrors.changed.code }) as Error,
    }),
  );
});

test('a unit has one site of a name, and more people than seats are refused', async () => {
  const { name } = await maker.site(centre, admin);
  await expect(maker.site(centre, admin, { name })).rejects.toThrow(siteErrors.nameTaken.code);
  await expect(maker.site(centre, admin, { capacity: 30, headcountLimit: 31 })).rejects.toThrow(
    siteErrors.headcount.code,
  );
  await expect(maker.site(centre, admin, { capacity: 30 })).resolves.toMatchObject({ headcountLimit: 30 });
});

test('suspending and retiring are the department’s; a retired site is not changed any more', async () => {
  const { id: siteId, version } = await maker.site(centre, admin);
  const suspend = { siteId, version, reason: 'Sửa chữa' };
  await expect(sites.suspend(suspend, holding('unitOperator', centre))).rejects.toThrow(
    commonFailures.notAllowed.code,
  );
  const suspended = await sites.suspend(suspend, admin);
  expect(suspended).toMatchObject({ state: 'suspended', suspendedReason: 'Sửa chữa' });
  const resumed = await sites.resume({ siteId, version: suspended.version }, admin);
  expect(resumed).toMatchObject({ state: 'draft', suspendedReason: null });
  const retired = await sites.retire({ siteId, version: resumed.version }, admin);
  const change = sites.change({ siteId, version: retired.version, name: 'Tên khác' }, admin);
  await expect(change).rejects.toThrow(siteErrors.retired.code);
});

test('a site that meetings to come count on is not retired', async () => {
  const { id: siteId, version } = await maker.site(centre, admin);
  const id = randomUUID();
  // Triggers look for tables where the service's own connections do.
  const inService = (text: string) => bed.sql(`SET search_path = meetings; ${text}; RESET search_path`);
  await inService(`INSERT INTO occurrences (id, unit_id, unit_path, unit_name, kind, title, state, starts_at, ends_at)
     VALUES ('${id}', '${province}', ARRAY['${province}'::uuid], 'Sở mẫu', 'briefing', 'Giao ban', 'scheduled',
       now() + interval '1 day', now() + interval '1 day 2 hours')`);
  await inService(`INSERT INTO occurrence_sites (occurrence_id, site_id, role, expected)
     VALUES ('${id}', '${siteId}', 'main', 10)`);
  await expect(sites.retire({ siteId, version }, admin)).rejects.toThrow(siteErrors.booked.code);
  await inService(`UPDATE occurrences SET state = 'cancelled' WHERE id = '${id}'`);
  await expect(sites.retire({ siteId, version }, admin)).resolves.toMatchObject({ state: 'retired' });
});

test('sites are found by words without accents, of the site or its unit, and only where the caller may', async () => {
  const school = await make.unit('Trường THPT Đông Sơn', province);
  const made = await maker.site(school, admin, { name: 'Phòng đa năng', address: 'Số 1 đường Mẫu' });
  const find = async (q: string, caller: UserCaller) =>
    (await sites.list({ q }, caller)).items.map(({ id }) => id);
  await expect(find('dong son da nang', admin)).resolves.toEqual([made.id]);
  await expect(find('dong son', holding('siteOperator', school))).resolves.toEqual([made.id]);
  await expect(find('dong son', holding('siteOperator', centre))).resolves.toEqual([]);
  await expect(sites.find({ siteId: made.id }, holding('siteOperator', centre))).rejects.toThrow(
    siteErrors.notFound.code,
  );
  const pages = await sites.list({ limit: 1, unitId: province }, admin);
  const next = await sites.list({ limit: 1, unitId: province, cursor: pages.nextCursor ?? '' }, admin);
  expect(next.items[0]?.id).not.toBe(pages.items[0]?.id);
});

test('a seating plan is a grid within the room, or a picture', async () => {
  const { id: siteId, version } = await maker.site(centre, admin, { capacity: 40 });
  const grid = { kind: 'grid', rows: 5, seatsPerRow: 8, fileId: null, marks: [] } as const;
  const set = (seating: Partial<Omit<typeof grid, 'rows'>> & { rows?: number | null }) =>
    sites.setSeating({ siteId, version, seating: { ...grid, ...seating, marks: [] } }, admin);
  await expect(set({ rows: 6 })).rejects.toThrow(siteErrors.badSeating.code);
  await expect(set({ rows: null })).rejects.toThrow(siteErrors.badSeating.code);
  await expect(set({})).resolves.toMatchObject({ seating: { rows: 5, seatsPerRow: 8 } });
});

test('sites follow their unit’s name, and are suspended when it closes (I3)', async () => {
  const school = await make.unit('Trường tên cũ', province);
  const site = await maker.site(school, admin);
  await happens(bed, school, { kind: 'rename', name: 'Trường tên mới' }, admin);
  await eventually(
    () => sites.list({ q: 'ten moi' }, admin),
    ({ items }) => items.some(({ id, unitName }) => id === site.id && unitName === 'Trường tên mới'),
  );
  await happens(bed, school, { kind: 'close' }, admin);
  await eventually(
    () => again(site),
    ({ state }) => state === 'suspended',
  );
  await expect(maker.site(school, admin)).rejects.toThrow(unitErrors.closed.code);
});

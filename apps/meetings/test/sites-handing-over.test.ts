import type { UserCaller } from '@diemcau/contracts/core/caller';
import { commonFailures } from '@diemcau/contracts/core/failure';
import { unitErrors } from '@diemcau/contracts/identity/units';
import { FilesClient } from '@diemcau/contracts/meetings/files';
import { SiteDocumentsClient } from '@diemcau/contracts/meetings/site-documents';
import { type Site, SiteOwnershipClient, SitesClient } from '@diemcau/contracts/meetings/sites';
import { siteErrors } from '@diemcau/contracts/meetings/sites-errors';
import { SiteHistoriesClient } from '@diemcau/contracts/meetings/sites-history';
import { eventually, type TestBed } from '@diemcau/testing/service';
import { hoursAfter, MeetingMaker } from './checks.js';
import { holding, type Maker, startMeetings } from './meetings.js';
import { pdf, SiteMaker } from './sites.js';
import { happens } from './unit-events.js';

const centreElsewhere = '11111111-1111-4111-8111-111111111111';

let bed: TestBed;
let make: Maker;
let maker: SiteMaker;
let put: MeetingMaker;
let sites: SitesClient;
let ownership: SiteOwnershipClient;
let province: string;
let admin: UserCaller;

beforeAll(async () => {
  ({ bed, make } = await startMeetings());
  [maker, put] = [new SiteMaker(bed), new MeetingMaker(bed)];
  [sites, ownership] = [bed.client(SitesClient), bed.client(SiteOwnershipClient)];
  province = await make.unit('Sở mẫu');
  admin = holding('departmentAdmin', province, await make.user('Người Quản Trị', province));
}, 60_000);
afterAll(() => bed.stop());

const becomes = (unitId: string, event: Parameters<typeof happens>[2]) => happens(bed, unitId, event, admin);
const now = ({ id: siteId }: Site) => sites.find({ siteId }, admin);
const history = async ({ id: siteId }: Site) =>
  (await bed.client(SiteHistoriesClient).of({ siteId }, admin)).items;
const unitOfMeeting = async (occurrenceId: string) =>
  (
    await bed.sql('SELECT unit_id FROM meetings.occurrence_sites WHERE occurrence_id = $1', [occurrenceId])
  )[0]?.['unit_id'];

test('a merged unit’s site goes to the successor with its operators, papers and what is to come (I2, I3)', async () => {
  const [old, into] = [
    await make.unit('Trường THCS Cũ', province),
    await make.unit('Trường THCS Nhận', province),
  ];
  const ready = await maker.readySite(old, admin);
  const { id: fileId } = await maker.file('document', pdf, admin);
  const paper = {
    kind: 'managementPlan',
    title: 'Kế hoạch quản lý',
    validFrom: '2026-01-01',
    fileId,
  } as const;
  await bed.client(SiteDocumentsClient).add({ siteId: ready.id, ...paper }, admin);
  const meeting = (hours: number, state: 'scheduled' | 'ended') =>
    put.meeting([province], hoursAfter(new Date(), hours), { sites: [ready.id], state });
  const [past, coming] = [await meeting(-48, 'ended'), await meeting(48, 'scheduled')];

  await becomes(old, { kind: 'merge', intoId: into });
  const handed = await eventually(
    () => now(ready),
    ({ unitId }) => unitId === into,
  );
  expect(handed).toMatchObject({
    name: ready.name,
    state: 'ready',
    unitName: 'Trường THCS Nhận',
    unitPath: [province, into],
  });
  expect(handed.operators).toEqual(ready.operators);
  expect([await unitOfMeeting(past), await unitOfMeeting(coming)]).toEqual([old, into]);
  const successor = holding('unitOperator', into);
  await expect(bed.client(FilesClient).find({ fileId }, successor)).resolves.toMatchObject({ id: fileId });
  const found = await sites.list({ q: 'truong thcs nhan' }, successor);
  expect(found.items.map(({ id }) => id)).toEqual([ready.id]);
  const [latest] = await history(ready);
  expect(latest).toMatchObject({
    kind: 'handedOver',
    byUserId: null,
    changes: [{ field: 'unit', from: 'Trường THCS Cũ', to: 'Trường THCS Nhận' }],
  });

  const entryIds = [...handed.operators.map(({ entryId }) => entryId), await maker.operator(into, admin)];
  const more = await sites.setOperators({ siteId: ready.id, version: handed.version, entryIds }, admin);
  expect(more.operators).toHaveLength(2);
});

test('operators with an account are told once, and a name that is taken there is told apart', async () => {
  const [old, into] = [
    await make.unit('Trường Tên Trùng', province),
    await make.unit('Trường Còn Lại', province),
  ];
  const moved = await maker.site(old, admin, { name: 'Phòng họp' });
  await maker.site(into, admin, { name: 'Phòng Họp' });
  const userId = await make.user('Người Vận Hành', old);
  await bed.sql(
    `INSERT INTO meetings.site_operators (site_id, entry_id, user_id, name, duties, position)
     VALUES ($1, gen_random_uuid(), $2, 'Người Vận Hành', 'Phụ trách', 0)`,
    [moved.id, userId],
  );
  await becomes(old, { kind: 'merge', intoId: into });
  const handed = await eventually(
    () => now(moved),
    ({ unitId }) => unitId === into,
  );
  expect(handed.name).toBe('Phòng họp (Trường Tên Trùng)');
  const mails = await bed.sql(
    `SELECT key FROM meetings.outgoing_mails WHERE key LIKE 'site-handed-over:%' AND user_id = $1`,
    [userId],
  );
  expect(mails).toHaveLength(1);
});

test('a unit that is merely closed leaves a suspended site, which somebody over both units hands over', async () => {
  const [old, next] = [
    await make.unit('Trường đóng', province),
    await make.unit('Trường được giao', province),
  ];
  const site = await maker.site(old, admin);
  await becomes(old, { kind: 'close' });
  const left = await eventually(
    () => now(site),
    ({ state }) => state === 'suspended',
  );
  expect(left.suspendedReason).toContain('giải thể');
  const asked = { siteId: site.id, version: left.version, unitId: next, reason: 'Quyết định số 15/QĐ-SGDĐT' };
  await expect(ownership.handOver(asked, holding('departmentAdmin', next))).rejects.toThrow(
    siteErrors.notFound.code,
  );
  await expect(ownership.handOver(asked, holding('siteOperator', province))).rejects.toThrow(
    commonFailures.notAllowed.code,
  );
  await expect(ownership.handOver({ ...asked, unitId: old }, admin)).rejects.toThrow(unitErrors.closed.code);
  const other = await make.unit('Sở khác');
  const everywhere = { ...admin, grants: [...admin.grants, ...holding('departmentAdmin', other).grants] };
  await expect(ownership.handOver({ ...asked, unitId: other }, everywhere)).rejects.toThrow(
    siteErrors.otherProvince.code,
  );
  const races = await Promise.allSettled([1, 2].map(() => ownership.handOver(asked, admin)));
  expect(races.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  const given = await now(site);
  expect(given).toMatchObject({ unitId: next, state: 'suspended' });
  await expect(ownership.handOver({ ...asked, version: given.version }, admin)).rejects.toThrow(
    siteErrors.sameUnit.code,
  );
  const resumed = await sites.resume({ siteId: site.id, version: given.version }, admin);
  expect(resumed.state).toBe('draft');
});

test('the history of a site tells who changed what, the latest first, page by page', async () => {
  const school = await make.unit('Trường có sử', province);
  const site = await maker.site(school, admin, { name: 'Phòng họp', capacity: 50 });
  await sites.change({ siteId: site.id, version: site.version, capacity: 60, name: 'Hội trường' }, admin);
  const { version } = await now(site);
  await sites.suspend({ siteId: site.id, version, reason: 'Sửa mái' }, admin);
  const events = await history(site);
  expect(events.map(({ kind, byName }) => [kind, byName])).toEqual([
    ['state', 'Người Quản Trị'],
    ['changed', 'Người Quản Trị'],
    ['made', 'Người Quản Trị'],
  ]);
  expect(events[0]).toMatchObject({ note: 'Sửa mái', changes: [{ field: 'state', to: 'suspended' }] });
  expect(events[1]?.changes).toEqual([
    { field: 'name', from: 'Phòng họp', to: 'Hội trường' },
    { field: 'capacity', from: '50', to: '60' },
  ]);
  const client = bed.client(SiteHistoriesClient);
  const first = await client.of({ siteId: site.id, limit: 2 }, admin);
  const rest = await client.of({ siteId: site.id, limit: 2, cursor: first.nextCursor ?? '' }, admin);
  expect([...first.items, ...rest.items]).toEqual(events);
  await expect(client.of({ siteId: site.id }, holding('siteOperator', centreElsewhere))).rejects.toThrow(
    siteErrors.notFound.code,
  );
});

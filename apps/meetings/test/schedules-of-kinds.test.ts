import { AuditFacts, type AuditNoted } from '@diemcau/contracts/core/audit';
import type { SiteDevice } from '@diemcau/contracts/meetings/equipment';
import { EquipmentClient } from '@diemcau/contracts/meetings/equipment';
import { MaintenanceClient, maintenanceErrors } from '@diemcau/contracts/meetings/maintenance';
import { eventually, type TestBed } from '@diemcau/testing/service';
import { device, itemNamed, makeProvince, type Province } from './equipment.js';
import { type Maker, startMeetings } from './meetings.js';

let bed: TestBed;
let make: Maker;
let home: Province;
let maintenance: MaintenanceClient;
let noted: AuditNoted[];
let itemId: string;
let scheduleId: string;
let near: SiteDevice;
let far: SiteDevice;

beforeAll(async () => {
  ({ bed, make } = await startMeetings());
  noted = bed.listen(AuditFacts.noted);
  maintenance = bed.client(MaintenanceClient);
}, 60_000);
afterAll(() => bed.stop());

const plan = { what: 'Vệ sinh', everyMonths: 6, startsOn: '2020-01-01' };
beforeEach(async () => {
  home = await makeProvince(bed, make, 'Theo Loại');
  itemId = await itemNamed(bed, 'Loa', home.admin);
  near = await device(bed, home.sites[0], home.admin, { itemId, serialNo: 'L-1' });
  far = await device(bed, home.sites[1], home.admin, { itemId, serialNo: 'L-2' });
  ({ id: scheduleId } = await maintenance.addSchedule({ ...plan, itemId }, home.admin));
});

const failing = (kind: { code: string }) => ({
  kind: expect.objectContaining({ code: kind.code }) as unknown,
});
const dueOf = async ({ id }: SiteDevice) =>
  (await bed.client(EquipmentClient).find({ deviceId: id }, home.admin)).nextDueOn;
const own = (everyMonths: number) =>
  maintenance.addSchedule(
    { ...plan, deviceId: near.id, insteadOfId: scheduleId, everyMonths },
    home.operator,
  );

test('a device takes the interval of its kind, also one that comes later, until it has its own (HB-6)', async () => {
  expect([await dueOf(near), await dueOf(far)]).toEqual(['2020-07-01', '2020-07-01']);
  const later = await device(bed, home.sites[0], home.admin, { itemId, serialNo: 'L-3' });
  expect(await dueOf(later)).toBe('2020-07-01');

  await own(2);
  await own(3);
  expect([await dueOf(near), await dueOf(later)]).toEqual(['2020-04-01', '2020-07-01']);
  const { items } = await maintenance.schedules({ deviceId: near.id }, home.operator);
  expect(items).toMatchObject([{ deviceId: near.id, everyMonths: 3, insteadOfId: scheduleId }]);
  expect((await maintenance.due({ q: 'l-1' }, home.admin)).total).toBe(1);

  // It is the same work: what was done for the kind's counts for its own, and the other way round.
  const done = { deviceId: near.id, doneBy: 'Cty Mẫu', what: 'Đã lau', result: 'ok' } as const;
  await maintenance.record({ ...done, scheduleId, doneOn: '2021-01-01' }, home.operator);
  expect(await dueOf(near)).toBe('2021-04-01');
  await maintenance.endSchedule({ scheduleId: items[0]?.id ?? '' }, home.operator);
  expect(await dueOf(near)).toBe('2021-07-01');
});

test('the kind gets another interval for all its devices: their own stand unless told otherwise, as the preview said', async () => {
  await own(3);
  const wish = { scheduleId, everyMonths: 12, own: 'keep' } as const;
  const told = { devices: 2, changed: 1, kept: 1 };
  expect(await maintenance.previewSchedule(wish, home.admin)).toEqual(told);
  expect([await dueOf(near), await dueOf(far)]).toEqual(['2020-04-01', '2020-07-01']);
  expect(await maintenance.applySchedule(wish, home.admin)).toEqual(told);
  expect([await dueOf(near), await dueOf(far)]).toEqual(['2020-04-01', '2021-01-01']);

  expect(await maintenance.applySchedule({ ...wish, own: 'replace' }, home.admin)).toEqual({
    devices: 2,
    changed: 1,
    kept: 0,
  });
  expect(await dueOf(near)).toBe('2021-01-01');
  const { items } = await maintenance.schedules({ ofKinds: true }, home.teacher);
  expect(items).toMatchObject([{ id: scheduleId, itemId, everyMonths: 12 }]);
  const entries = () =>
    noted.filter(({ action, objectId }) => action === 'maintenance.applySchedule' && objectId === scheduleId);
  const [first] = await eventually(entries, ({ length }) => length === 2);
  expect(first).toMatchObject({
    unitId: home.department,
    before: { everyMonths: 6 },
    after: { everyMonths: 12, own: 'keep', changed: 1, kept: 1 },
  });
});

test('who keeps a unit’s sites decides for the devices there, and for no others', async () => {
  const wish = { scheduleId, everyMonths: 1, own: 'keep' } as const;
  const [mine, other] = home.schools;
  await expect(maintenance.applySchedule(wish, home.operator)).rejects.toMatchObject(
    failing({ code: 'common.notAllowed' }),
  );
  await expect(maintenance.applySchedule({ ...wish, unitId: other }, home.operator)).rejects.toMatchObject(
    failing({ code: 'units.notFound' }),
  );
  await expect(maintenance.previewSchedule({ ...wish, unitId: mine }, home.teacher)).rejects.toMatchObject(
    failing({ code: 'common.notAllowed' }),
  );
  const abroad = (await makeProvince(bed, make, 'Tỉnh Khác')).admin;
  await expect(maintenance.applySchedule({ ...wish, unitId: mine }, abroad)).rejects.toMatchObject(
    failing(maintenanceErrors.noSchedule),
  );
  expect(await maintenance.applySchedule({ ...wish, unitId: mine }, home.operator)).toEqual({
    devices: 1,
    changed: 1,
    kept: 0,
  });
  expect([await dueOf(near), await dueOf(far)]).toEqual(['2020-02-01', '2020-07-01']);
  // Taking the kind's again leaves nothing of its own.
  await maintenance.applySchedule({ ...wish, everyMonths: 6, own: 'replace', unitId: mine }, home.operator);
  const { items } = await maintenance.schedules({ deviceId: near.id }, home.operator);
  expect(items).toMatchObject([{ id: scheduleId, insteadOfId: null }]);
});

test('two who set an interval at one moment leave one for each device', async () => {
  const [mine] = home.schools;
  const wishes = [1, 2, 3, 4].map((everyMonths) =>
    maintenance.applySchedule({ scheduleId, everyMonths, own: 'replace', unitId: mine }, home.operator),
  );
  await Promise.all([...wishes, own(5)]);
  const { items } = await maintenance.schedules({ deviceId: near.id }, home.operator);
  expect(items).toHaveLength(1);
});

test('an interval of its own stands instead of one of its kind, no other', async () => {
  const webcam = await device(bed, home.sites[0], home.admin, { serialNo: 'W-1' });
  const wish = { ...plan, deviceId: webcam.id, insteadOfId: scheduleId };
  await expect(maintenance.addSchedule(wish, home.operator)).rejects.toMatchObject(
    failing(maintenanceErrors.otherSchedule),
  );
  const { id } = await own(3);
  await expect(
    maintenance.applySchedule({ scheduleId: id, everyMonths: 2, own: 'keep' }, home.admin),
  ).rejects.toMatchObject(failing(maintenanceErrors.noSchedule));
});

import { EquipmentClient, equipmentErrors } from '@diemcau/contracts/meetings/equipment';
import { fileErrors, FilesClient } from '@diemcau/contracts/meetings/files';
import { MaintenanceClient, maintenanceErrors } from '@diemcau/contracts/meetings/maintenance';
import { OwedClient } from '@diemcau/contracts/meetings/owed';
import type { TestBed } from '@diemcau/testing/service';
import { randomUUID } from 'node:crypto';
import { DataSource } from 'typeorm';
import { TasksService } from '../src/maintenance/tasks.service.js';
import { device, itemNamed, makeProvince, type Province } from './equipment.js';
import { startMeetings } from './meetings.js';
import { pdf, SiteMaker } from './sites.js';

let bed: TestBed;
let home: Province;
let maintenance: MaintenanceClient;

beforeAll(async () => {
  const { bed: started, make } = await startMeetings();
  bed = started;
  home = await makeProvince(bed, make);
  maintenance = bed.client(MaintenanceClient);
}, 60_000);
afterAll(() => bed.stop());

const failing = (kind: { code: string }) => ({
  kind: expect.objectContaining({ code: kind.code }) as unknown,
});
const monthsAgo = (months: number): string => {
  const at = new Date();
  at.setUTCDate(1);
  at.setUTCMonth(at.getUTCMonth() - months);
  return at.toISOString().slice(0, 10);
};

test('a schedule of a catalogue item is for every device of it, and what is late comes first (HB-6)', async () => {
  const itemId = await itemNamed(bed, 'Camera PTZ', home.admin);
  const one = await device(bed, home.sites[0], home.operator, { itemId, serialNo: 'PTZ-1' });
  await device(bed, home.sites[1], home.admin, { itemId, serialNo: 'PTZ-2' });
  const schedule = { itemId, what: 'Vệ sinh ống kính', everyMonths: 6, startsOn: monthsAgo(9) };
  await expect(maintenance.addSchedule(schedule, home.operator)).rejects.toMatchObject(
    failing({ code: 'common.notAllowed' }),
  );
  const { id: scheduleId } = await maintenance.addSchedule(schedule, home.admin);
  const own = { deviceId: one.id, what: 'Siết giá đỡ', everyMonths: 1, startsOn: monthsAgo(1) };
  await maintenance.addSchedule(own, home.operator);

  const all = await maintenance.due({ q: 'ptz' }, home.admin);
  expect(all.items.map(({ serialNo, what, state }) => [serialNo, what, state])).toEqual(
    expect.arrayContaining([
      ['PTZ-1', 'Vệ sinh ống kính', 'late'],
      ['PTZ-2', 'Vệ sinh ống kính', 'late'],
    ]),
  );
  expect(all.items.map(({ dueOn }) => dueOn)).toEqual(all.items.map(({ dueOn }) => dueOn).toSorted());
  const mine = await maintenance.due({ q: 'ptz' }, home.operator);
  expect(new Set(mine.items.map(({ serialNo }) => serialNo))).toEqual(new Set(['PTZ-1']));

  const today = new Date().toISOString().slice(0, 10);
  const entry = {
    deviceId: one.id,
    scheduleId,
    doneOn: today,
    doneBy: 'Lê Văn Mẫu',
    what: 'Đã lau',
  } as const;
  await maintenance.record({ ...entry, result: 'ok', costVnd: 150_000 }, home.operator);
  const later = await maintenance.due({ q: 'ptz-1', state: 'late' }, home.operator);
  expect(later.items.filter((due) => due.scheduleId === scheduleId)).toEqual([]);
  const { items } = await maintenance.log({ deviceId: one.id }, home.teacher);
  expect(items).toMatchObject([{ costVnd: 150_000, doneBy: 'Lê Văn Mẫu', scheduleId }]);

  await maintenance.endSchedule({ scheduleId }, home.admin);
  expect((await maintenance.due({ q: 'ptz-2' }, home.admin)).total).toBe(0);
});

test('what was found out changes what the device is like, and nothing is recorded of tomorrow', async () => {
  const made = await device(bed, home.sites[0], home.operator, { serialNo: 'FIX-1' });
  const today = new Date().toISOString().slice(0, 10);
  const entry = { deviceId: made.id, doneOn: today, doneBy: 'Cty Mẫu', what: 'Không lên hình' } as const;
  await maintenance.record({ ...entry, result: 'needsRepair' }, home.operator);
  const equipment = bed.client(EquipmentClient);
  expect(await equipment.find({ deviceId: made.id }, home.operator)).toMatchObject({ condition: 'broken' });
  await maintenance.record({ ...entry, result: 'repaired' }, home.operator);
  expect(await equipment.find({ deviceId: made.id }, home.operator)).toMatchObject({ condition: 'good' });
  await expect(
    maintenance.record({ ...entry, result: 'ok', doneOn: '2999-01-01' }, home.operator),
  ).rejects.toMatchObject(failing(maintenanceErrors.notYet));
  await expect(maintenance.record({ ...entry, result: 'ok' }, home.neighbour)).rejects.toMatchObject(
    failing(equipmentErrors.notFound),
  );
});

test('a schedule is for a device or an item, and does not count for another device', async () => {
  const one = await device(bed, home.sites[0], home.operator, { serialNo: 'A-1' });
  const two = await device(bed, home.sites[0], home.operator, { serialNo: 'A-2' });
  const plan = { what: 'Lau', everyMonths: 3, startsOn: monthsAgo(1) };
  await expect(
    maintenance.addSchedule({ ...plan, deviceId: one.id, itemId: one.itemId }, home.admin),
  ).rejects.toMatchObject(failing(maintenanceErrors.eitherOr));
  const { id: scheduleId } = await maintenance.addSchedule({ ...plan, deviceId: one.id }, home.operator);
  const today = new Date().toISOString().slice(0, 10);
  const entry = {
    deviceId: two.id,
    scheduleId,
    doneOn: today,
    doneBy: 'A',
    what: 'B',
    result: 'ok',
  } as const;
  await expect(maintenance.record(entry, home.operator)).rejects.toMatchObject(
    failing(maintenanceErrors.otherSchedule),
  );
  await expect(maintenance.endSchedule({ scheduleId }, home.neighbour)).rejects.toMatchObject(
    failing(maintenanceErrors.noSchedule),
  );
  const { items } = await maintenance.schedules({ deviceId: one.id }, home.teacher);
  expect(items.map(({ id }) => id)).toContain(scheduleId);
  expect((await maintenance.schedules({ deviceId: one.id }, home.neighbour)).items).toEqual([]);
});

test('a point that a checklist leaves open becomes one task, however often it is told', async () => {
  const [siteId] = home.sites;
  const sourceId = `${randomUUID()}:power`;
  const database = bed.part(DataSource);
  const point = { siteId, deviceId: null, what: 'Ổ cắm cháy', source: 'checklist' } as const;
  const telling = Array.from({ length: 5 }, () =>
    database.transaction((manager) =>
      bed.part(TasksService).openFrom(manager, { ...point, sourceId, caller: home.operator }),
    ),
  );
  await Promise.all(telling);
  const { items } = await maintenance.tasks({ siteId, q: 'o cam' }, home.operator);
  expect(items).toMatchObject([{ what: 'Ổ cắm cháy', source: 'checklist', state: 'open' }]);
  const taskId = items[0]?.id ?? '';
  await expect(maintenance.closeTask({ taskId, result: 'x' }, home.neighbour)).rejects.toMatchObject(
    failing(maintenanceErrors.noTask),
  );
  await expect(maintenance.closeTask({ taskId, result: 'x' }, home.teacher)).rejects.toMatchObject(
    failing({ code: 'common.notAllowed' }),
  );
  const closing = ['Đã thay', 'Đã sửa'].map((result) =>
    maintenance.closeTask({ taskId, result }, home.operator),
  );
  const outcomes = await Promise.allSettled(closing);
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  await expect(maintenance.closeTask({ taskId, result: 'Đã thay' }, home.operator)).rejects.toMatchObject(
    failing(maintenanceErrors.done),
  );
  expect((await maintenance.tasks({ siteId, state: 'done' }, home.operator)).total).toBe(1);
});

test('the paper of an entry is shown with name and size to who sees the device, and goes along with it (HB-6)', async () => {
  const made = await device(bed, home.sites[0], home.operator, { serialNo: 'PAPER-1' });
  const { id: fileId } = await new SiteMaker(bed).file('document', pdf, home.operator);
  const entry = { deviceId: made.id, doneOn: monthsAgo(1), doneBy: 'Cty Mẫu', what: 'Thay bóng' } as const;
  const file = { id: fileId, name: 'tep-document', mediaType: 'application/pdf', bytes: pdf.length };
  expect(await maintenance.record({ ...entry, result: 'ok', fileId }, home.operator)).toMatchObject({ file });
  const { items } = await maintenance.log({ deviceId: made.id }, home.teacher);
  expect(items).toMatchObject([{ fileId, file }]);
  const files = bed.client(FilesClient);
  await expect(files.find({ fileId }, home.neighbour)).rejects.toMatchObject(failing(fileErrors.notFound));
  await expect(maintenance.log({ deviceId: made.id }, home.neighbour)).rejects.toMatchObject(
    failing(equipmentErrors.notFound),
  );

  const move = { deviceId: made.id, version: made.version, siteId: home.sites[1], reason: 'Điều chuyển' };
  await bed.client(EquipmentClient).move(move, home.admin);
  const there = await maintenance.log({ deviceId: made.id }, home.neighbour);
  expect(there.items).toMatchObject([{ file }]);
  expect(await files.find({ fileId }, home.neighbour)).toMatchObject({ name: 'tep-document' });
  await expect(files.find({ fileId }, home.operator)).rejects.toMatchObject(failing(fileErrors.notFound));
});

test('what is late, due this week or to be mended is owed by who keeps the site, not by the department above (HB-6)', async () => {
  const owed = bed.client(OwedClient);
  const [, siteId] = home.sites;
  const lines = async (caller = home.neighbour) =>
    (await owed.maintenance({}, caller)).items.map(({ what, serialNo, late }) => [what, serialNo, late]);
  const before = await lines();
  const made = await device(bed, siteId, home.admin, { serialNo: 'OWED-1' });
  const plan = { deviceId: made.id, everyMonths: 12 };
  await maintenance.addSchedule({ ...plan, what: 'Hút bụi', startsOn: monthsAgo(20) }, home.admin);
  await maintenance.addSchedule({ ...plan, what: 'Còn lâu', startsOn: monthsAgo(2) }, home.admin);
  const task = await maintenance.openTask({ siteId, what: 'Thay ổ cắm' }, home.admin);
  expect(await lines()).toEqual(
    expect.arrayContaining([
      ['Hút bụi', 'OWED-1', true],
      ['Thay ổ cắm', null, false],
    ]),
  );
  expect(await lines()).toHaveLength(before.length + 2);
  expect((await owed.maintenance({}, home.admin)).total).toBe(0);
  expect((await lines(home.operator)).flat()).not.toContain('Thay ổ cắm');

  await maintenance.closeTask({ taskId: task.id, result: 'Đã thay' }, home.neighbour);
  expect((await lines()).flat()).not.toContain('Thay ổ cắm');
});

import { type DeviceQuery, EquipmentClient, type SiteDevice } from '@diemcau/contracts/meetings/equipment';
import { MaintenanceClient } from '@diemcau/contracts/meetings/maintenance';
import type { TestBed } from '@diemcau/testing/service';
import { device, itemNamed, makeProvince, type Province } from './equipment.js';
import { type Maker, startMeetings } from './meetings.js';

let bed: TestBed;
let make: Maker;
let home: Province;
let equipment: EquipmentClient;
let maintenance: MaintenanceClient;

beforeAll(async () => {
  ({ bed, make } = await startMeetings());
  [equipment, maintenance] = [bed.client(EquipmentClient), bed.client(MaintenanceClient)];
}, 60_000);
afterAll(() => bed.stop());

const dayMs = 86_400_000;
/** Noon in Vietnam, so that a day is the same there and here. */
const inDays = (days: number): string =>
  new Date(Math.floor((Date.now() + 7 * 3_600_000) / dayMs) * dayMs + days * dayMs)
    .toISOString()
    .slice(0, 10);
/** Due so many days from now: a yearly schedule counted from a year before that day. */
const dueIn = async ({ id }: SiteDevice, days: number): Promise<void> => {
  const { id: scheduleId } = await maintenance.addSchedule(
    { deviceId: id, what: 'Vệ sinh', everyMonths: 1, startsOn: '2020-01-01' },
    home.admin,
  );
  await bed.sql(
    `UPDATE meetings.maintenance_schedules SET starts_on = ($2::date - interval '1 month')::date WHERE id = $1`,
    [scheduleId, inDays(days)],
  );
};
const serials = async (query: DeviceQuery, caller = home.admin) =>
  (await equipment.list(query, caller)).items.map(({ serialNo }) => serialNo);

beforeEach(async () => {
  home = await makeProvince(bed, make, 'Danh Sách');
  const camera = await itemNamed(bed, 'Camera PTZ', home.admin);
  const [near, far] = home.sites;
  await dueIn(await device(bed, near, home.admin, { itemId: camera, serialNo: 'C-LATE' }), -5);
  await dueIn(await device(bed, far, home.admin, { itemId: camera, serialNo: 'C-SOON' }), 10);
  await dueIn(await device(bed, near, home.admin, { serialNo: 'W-LATER' }), 100);
  await device(bed, far, home.admin, { serialNo: 'W-FREE', condition: 'broken' });
});

test('devices of all sites are found by unit, kind, condition and what maintenance is owed (HB-6)', async () => {
  expect(await serials({})).toEqual(['C-LATE', 'C-SOON', 'W-FREE', 'W-LATER']);
  expect(await serials({ unitId: home.schools[1] })).toEqual(['C-SOON', 'W-FREE']);
  expect(await serials({ itemId: await itemNamed(bed, 'Webcam', home.admin) })).toEqual([
    'W-FREE',
    'W-LATER',
  ]);
  expect(await serials({ condition: 'broken' })).toEqual(['W-FREE']);
  expect(await serials({ maintenance: 'late' })).toEqual(['C-LATE']);
  expect(await serials({ maintenance: 'due' })).toEqual(['C-LATE', 'C-SOON']);
  expect(await serials({ maintenance: 'due', withinDays: 7 })).toEqual(['C-LATE']);
  expect(await serials({ maintenance: 'due', withinDays: 200 })).toEqual(['C-LATE', 'C-SOON', 'W-LATER']);
  expect(await serials({ maintenance: 'unplanned' })).toEqual(['W-FREE']);
  // Whoever is of one school sees what stands there.
  expect(await serials({ maintenance: 'due' }, home.operator)).toEqual(['C-LATE']);
});

test('they are sorted by kind, site or next maintenance, either way, page by page', async () => {
  const pages = async (sort: 'dueOn' | '-dueOn' | '-item' | 'site'): Promise<(string | null)[]> => {
    const seen: (string | null)[] = [];
    let cursor: string | null = null;
    do {
      const page: Awaited<ReturnType<EquipmentClient['list']>> = await equipment.list(
        { sort, limit: 1, ...(cursor !== null && { cursor }) },
        home.admin,
      );
      seen.push(...page.items.map(({ serialNo }) => serialNo));
      cursor = page.nextCursor;
    } while (cursor !== null);
    return seen;
  };
  expect(await pages('dueOn')).toEqual(['C-LATE', 'C-SOON', 'W-LATER', 'W-FREE']);
  expect(await pages('-dueOn')).toEqual(['W-LATER', 'C-SOON', 'C-LATE', 'W-FREE']);
  expect(await pages('-item')).toEqual(['W-LATER', 'W-FREE', 'C-SOON', 'C-LATE']);
  expect(await pages('site')).toEqual(['C-SOON', 'W-FREE', 'C-LATE', 'W-LATER']);
});

test('a device says when the first of its schedules is due, until it is retired', async () => {
  const { items } = await equipment.list({ q: 'c-soon' }, home.admin);
  const [soon] = items;
  if (!soon) throw new Error('it is gone');
  expect(soon.nextDueOn).toBe(inDays(10));
  await dueIn(soon, 3);
  expect(await equipment.find({ deviceId: soon.id }, home.admin)).toMatchObject({ nextDueOn: inDays(3) });
  await equipment.retire({ deviceId: soon.id, version: soon.version, reason: 'Hỏng' }, home.admin);
  expect(await equipment.find({ deviceId: soon.id }, home.admin)).toMatchObject({ nextDueOn: null });
});

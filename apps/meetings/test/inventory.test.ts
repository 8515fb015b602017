import { EquipmentClient } from '@diemcau/contracts/meetings/equipment';
import {
  InventoryClient,
  inventoryErrors,
  type InventoryImport,
} from '@diemcau/contracts/meetings/inventory';
import { csvLine } from '@diemcau/spreadsheets/write/csv';
import { xlsxOf } from '@diemcau/spreadsheets/write/xlsx';
import type { TestBed } from '@diemcau/testing/service';
import { buffer } from 'node:stream/consumers';
import { makeProvince, type Province } from './equipment.js';
import { type Maker, startMeetings } from './meetings.js';
import { SiteMaker } from './sites.js';

let bed: TestBed;
let make: Maker;
let home: Province;
let inventory: InventoryClient;

beforeAll(async () => {
  ({ bed, make } = await startMeetings());
  home = await makeProvince(bed, make);
  inventory = bed.client(InventoryClient);
}, 60_000);
afterAll(() => bed.stop());

const header = ['Điểm cầu', 'Đơn vị', 'Loại thiết bị *', 'Số sê-ri *', 'Ngày nhận', 'Tình trạng', 'Vị trí'];
const fileOf = (rows: readonly (readonly string[])[], head: readonly string[] = header): string =>
  Buffer.from([head, ...rows].map(csvLine).join('')).toString('base64');
const check = (rows: readonly (readonly string[])[], caller = home.operator): Promise<InventoryImport> =>
  inventory.check({ fileName: 'kiem-ke.csv', data: fileOf(rows) }, caller);
const failing = (kind: { code: string }) => ({
  kind: expect.objectContaining({ code: kind.code }) as unknown,
});
const countsOf = ({ create, change, unchanged, error }: InventoryImport) => [
  create,
  change,
  unchanged,
  error,
];

test('an inventory is tried out, written, and sent again without changing anything (DA-0)', async () => {
  const rows = [
    ['Phòng Mẫu Một', '', 'Webcam', 'IV-1', '15/09/2025', 'Tốt', 'Tủ thiết bị'],
    ['phong mau mot', '', 'Micro không dây', 'IV-2', '', '', ''],
  ];
  const tried = await check(rows);
  expect(countsOf(tried)).toEqual([2, 0, 0, 0]);
  const equipment = bed.client(EquipmentClient);
  expect((await equipment.list({ q: 'iv-' }, home.operator)).total).toBe(0);
  const written = await inventory.write({ importId: tried.id }, home.operator);
  expect(written.state).toBe('written');
  expect(await inventory.write({ importId: tried.id }, home.operator)).toEqual(written);
  const { items } = await equipment.list({ q: 'iv-1' }, home.operator);
  expect(items).toMatchObject([
    {
      serialNo: 'IV-1',
      itemName: 'Webcam',
      acquiredOn: '2025-09-15',
      condition: 'good',
      location: 'Tủ thiết bị',
    },
  ]);
  expect(countsOf(await check(rows))).toEqual([0, 0, 2, 0]);

  const again = await check([['Phòng Mẫu Một', '', 'Webcam', 'iv-1', '', 'Hỏng', ''], ...rows.slice(1)]);
  expect(countsOf(again)).toEqual([0, 1, 1, 0]);
  const { items: changed } = await inventory.rows({ importId: again.id, outcome: 'change' }, home.operator);
  expect(changed[0]?.changes).toEqual([{ field: 'condition', before: 'Tốt', after: 'Hỏng' }]);
  await inventory.write({ importId: again.id }, home.operator);
  expect((await equipment.list({ q: 'iv-1' }, home.operator)).items).toMatchObject([
    { condition: 'broken', location: 'Tủ thiết bị', acquiredOn: '2025-09-15' },
  ]);
});

test('every fault is said in its cell, in Vietnamese, and only the rows without faults are written', async () => {
  const tried = await check([
    ['Phòng Mẫu Một', '', 'Webcam', 'FT-1', '31/02/2025', 'Tốt', ''],
    ['Phòng Mẫu Hai', '', 'Webcam', 'FT-2', '', '', ''],
    ['Phòng Mẫu Một', '', 'Máy bay', 'FT-3', '', '', ''],
    ['Phòng Mẫu Một', '', 'Webcam', '', '', 'Lạ', ''],
    ['Phòng Mẫu Một', '', 'Webcam', 'FT-5', '', '', ''],
    ['Phòng Mẫu Một', '', 'Webcam', 'ft-5', '', '', ''],
  ]);
  expect(countsOf(tried)).toEqual([1, 0, 0, 5]);
  const { items } = await inventory.rows({ importId: tried.id, outcome: 'error' }, home.operator);
  expect(
    items.map(({ row, faults }) => [row, faults.map(({ code, column }) => `${code}@${column}`)]),
  ).toEqual([
    [2, ['inventory.notADate@5']],
    [3, ['inventory.unknownSite@1']],
    [4, ['inventory.unknownItem@3']],
    [5, ['inventory.required@4', 'inventory.unknownCondition@6']],
    [7, ['inventory.twiceInFile@4']],
  ]);
  expect(items[0]?.faults[0]?.message.vi).toContain('ngày/tháng/năm');
  await inventory.write({ importId: tried.id }, home.operator);
  expect((await bed.client(EquipmentClient).list({ q: 'ft-' }, home.operator)).total).toBe(1);
});

test('a device elsewhere is not taken away; one that the importer keeps moves, with its history', async () => {
  await inventory.write(
    { importId: (await check([['Phòng Mẫu Hai', '', 'Webcam', 'MV-1', '', '', '']], home.admin)).id },
    home.admin,
  );
  const row = ['Phòng Mẫu Một', '', 'Webcam', 'MV-1', '', '', ''];
  const foreign = await check([row]);
  expect(countsOf(foreign)).toEqual([0, 0, 0, 1]);
  const { items } = await inventory.rows({ importId: foreign.id }, home.operator);
  expect(items[0]?.faults[0]?.code).toBe('inventory.elsewhere');
  const moving = await check([row], home.admin);
  expect(countsOf(moving)).toEqual([0, 1, 0, 0]);
  await inventory.write({ importId: moving.id }, home.admin);
  const equipment = bed.client(EquipmentClient);
  const [device] = (await equipment.list({ q: 'mv-1' }, home.operator)).items;
  const moves = await equipment.moves({ deviceId: device?.id ?? '' }, home.operator);
  expect(moves.items[0]).toMatchObject({ fromSite: 'Phòng Mẫu Hai', toSite: 'Phòng Mẫu Một' });
});

test('sites of the same name are told apart by their unit', async () => {
  const province = await makeProvince(bed, make, 'Trùng');
  const sites = new SiteMaker(bed);
  for (const unitId of province.schools) await sites.site(unitId, province.admin, { name: 'Hội trường' });
  const tried = await check(
    [
      ['Hội trường', '', 'Webcam', 'TR-1', '', '', ''],
      ['Hội trường', 'truong trung hai', 'Webcam', 'TR-2', '', '', ''],
    ],
    province.admin,
  );
  expect(countsOf(tried)).toEqual([1, 0, 0, 1]);
});

test('files that are none are refused by name, and nothing is kept of them', async () => {
  const before = await bed.sql('SELECT FROM meetings.inventory_imports');
  const send = (bytes: Buffer) =>
    inventory.check({ fileName: 'a.xlsx', data: bytes.toString('base64') }, home.operator);
  await expect(send(Buffer.from('%PDF-1.4 không phải bảng'))).rejects.toMatchObject(
    failing(inventoryErrors.badFile),
  );
  await expect(send(Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]))).rejects.toMatchObject({
    details: { reason: 'oldExcel' },
  });
  await expect(send(Buffer.from('PK\u0003\u0004 hỏng giữa chừng'))).rejects.toMatchObject(
    failing(inventoryErrors.badFile),
  );
  await expect(send(Buffer.from('a,b\n1,2\n'))).rejects.toMatchObject(failing(inventoryErrors.noHeader));
  await expect(send(Buffer.from(header.join(',')))).rejects.toMatchObject(failing(inventoryErrors.empty));
  expect(await bed.sql('SELECT FROM meetings.inventory_imports')).toHaveLength(before.length);
});

test('an import is its maker’s own, and 5,000 rows of .xlsx are written at once', async () => {
  const rows = Array.from({ length: 5000 }, (_, i) => [
    'Phòng Mẫu Một',
    '',
    'Chân máy',
    `NK-${i}`,
    '',
    '',
    '',
  ]);
  const data = (await buffer(xlsxOf([{ name: 'Kiểm kê', rows: [header, ...rows] }]))).toString('base64');
  const tried = await inventory.check({ fileName: 'lon.xlsx', data }, home.operator);
  expect(countsOf(tried)).toEqual([5000, 0, 0, 0]);
  await expect(inventory.find({ importId: tried.id }, home.admin)).rejects.toMatchObject(
    failing(inventoryErrors.notFound),
  );
  await Promise.all([1, 2, 3].map(() => inventory.write({ importId: tried.id }, home.operator)));
  const siteId = home.sites[0];
  expect((await bed.client(EquipmentClient).list({ siteId, q: 'nk-' }, home.operator)).total).toBe(5000);
  const more = [...rows, ['Phòng Mẫu Một', '', 'Chân máy', 'NK-X', '', '', '']];
  const tooMany = (await buffer(xlsxOf([{ name: 'Kiểm kê', rows: [header, ...more] }]))).toString('base64');
  await expect(inventory.check({ fileName: 'qua.xlsx', data: tooMany }, home.operator)).rejects.toMatchObject(
    failing(inventoryErrors.tooManyRows),
  );
}, 30_000);

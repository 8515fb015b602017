import type { Caller } from '@diemcau/contracts/core/caller';
import {
  AddDevice,
  ChangeDevice,
  type SiteDevice,
  DeviceCode,
  type DeviceMoves,
  type DevicePage,
  DeviceQuery,
  DeviceRef,
  Equipment,
  EquipmentClient,
  MoveDevice,
  RetireDevice,
  type ScannedDevice,
} from '@diemcau/contracts/meetings/equipment';
import { Controller, type StreamableFile } from '@nestjs/common';
import { mayDo } from '../edge/auth/access.js';
import { Route } from '../edge/http/route.js';
import { xlsxType } from '../identity/imports-files.js';
import { tableFile } from '../identity/people-files.js';
import { devicesTable } from './devices-file.js';

const reading = mayDo('sites.read');
const writing = mayDo('sites.write');

/** Equipment of sites (TM-1c, HB-6). */
@Controller()
export class EquipmentController {
  constructor(private readonly equipment: EquipmentClient) {}

  @Route.get('devices', Equipment.list, reading, 'Thiết bị của điểm cầu · Devices')
  list(input: DeviceQuery, caller: Caller): Promise<DevicePage> {
    return this.equipment.list(input, caller);
  }

  @Route.get<DeviceQuery, DevicePage, StreamableFile>(
    'devices/export.xlsx',
    Equipment.list,
    reading,
    'Danh sách thiết bị, .xlsx · Devices as .xlsx',
    { download: [xlsxType] },
  )
  async xlsx(input: DeviceQuery, caller: Caller): Promise<StreamableFile> {
    const table = await devicesTable((cursor) => this.equipment.list({ ...input, ...cursor }, caller));
    return tableFile(table, 'danh-sach-thiet-bi', 'xlsx');
  }

  @Route.post('devices', Equipment.add, writing, 'Thêm thiết bị · Add a device', { status: 201 })
  add(input: AddDevice, caller: Caller): Promise<SiteDevice> {
    return this.equipment.add(input, caller);
  }

  @Route.get(
    'devices/by-code/:code',
    Equipment.byCode,
    reading,
    'Thiết bị theo mã trên nhãn · The device of a label',
  )
  byCode(input: DeviceCode, caller: Caller): Promise<ScannedDevice> {
    return this.equipment.byCode(input, caller);
  }

  @Route.get('devices/:deviceId', Equipment.find, reading, 'Một thiết bị · One device')
  find(input: DeviceRef, caller: Caller): Promise<SiteDevice> {
    return this.equipment.find(input, caller);
  }

  @Route.patch('devices/:deviceId', Equipment.change, writing, 'Sửa thiết bị · Change a device')
  change(input: ChangeDevice, caller: Caller): Promise<SiteDevice> {
    return this.equipment.change(input, caller);
  }

  @Route.get(
    'devices/:deviceId/moves',
    Equipment.moves,
    reading,
    'Quá trình của thiết bị · Where it has been',
  )
  moves(input: DeviceRef, caller: Caller): Promise<DeviceMoves> {
    return this.equipment.moves(input, caller);
  }

  @Route.post('devices/:deviceId/move', Equipment.move, writing, 'Điều chuyển · Move to another site')
  move(input: MoveDevice, caller: Caller): Promise<SiteDevice> {
    return this.equipment.move(input, caller);
  }

  @Route.post('devices/:deviceId/retire', Equipment.retire, writing, 'Thanh lý · Retire')
  retire(input: RetireDevice, caller: Caller): Promise<SiteDevice> {
    return this.equipment.retire(input, caller);
  }
}

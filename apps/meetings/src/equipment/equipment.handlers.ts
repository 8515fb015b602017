import type { Caller } from '@diemcau/contracts/core/caller';
import type { Handlers } from '@diemcau/contracts/core/contract';
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
  MoveDevice,
  RetireDevice,
  type ScannedDevice,
} from '@diemcau/contracts/meetings/equipment';
import { Handles } from '@diemcau/service/bus/handles';
import { Controller } from '@nestjs/common';
import { DeviceListService } from './device-list.service.js';
import { DevicesService } from './devices.service.js';
import { KeepingService } from './keeping.service.js';
import { MovingService } from './moving.service.js';

@Controller()
export class EquipmentHandlers implements Handlers<typeof Equipment> {
  constructor(
    private readonly lists: DeviceListService,
    private readonly devices: DevicesService,
    private readonly keeping: KeepingService,
    private readonly moving: MovingService,
  ) {}

  @Handles(Equipment.list) async list(input: DeviceQuery, caller: Caller): Promise<DevicePage> {
    return this.lists.list(input, caller);
  }

  @Handles(Equipment.find) async find({ deviceId }: DeviceRef, caller: Caller): Promise<SiteDevice> {
    return this.devices.find(deviceId, caller);
  }

  @Handles(Equipment.byCode) async byCode({ code }: DeviceCode, caller: Caller): Promise<ScannedDevice> {
    return this.devices.byCode(code, caller);
  }

  @Handles(Equipment.moves) async moves({ deviceId }: DeviceRef, caller: Caller): Promise<DeviceMoves> {
    return this.devices.moves(deviceId, caller);
  }

  @Handles(Equipment.add) async add(input: AddDevice, caller: Caller): Promise<SiteDevice> {
    return this.devices.find(await this.keeping.add(input, caller), caller);
  }

  @Handles(Equipment.change) async change(input: ChangeDevice, caller: Caller): Promise<SiteDevice> {
    await this.keeping.change(input, caller);
    return this.devices.find(input.deviceId, caller);
  }

  @Handles(Equipment.move) async move(input: MoveDevice, caller: Caller): Promise<SiteDevice> {
    await this.moving.move(input, caller);
    return this.devices.find(input.deviceId, caller);
  }

  @Handles(Equipment.retire) async retire(input: RetireDevice, caller: Caller): Promise<SiteDevice> {
    await this.moving.retire(input, caller);
    return this.devices.find(input.deviceId, caller);
  }
}

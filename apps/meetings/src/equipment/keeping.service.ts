import type { Caller } from '@diemcau/contracts/core/caller';
import { Failure } from '@diemcau/contracts/core/failure';
import { folded } from '@diemcau/contracts/core/folded';
import { type AddDevice, type ChangeDevice, equipmentErrors } from '@diemcau/contracts/meetings/equipment';
import { Audit } from '@diemcau/service/audit/audit';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { randomUUID } from 'node:crypto';
import { DataSource, type EntityManager } from 'typeorm';
import { SitesService } from '../sites/sites.service.js';
import { CatalogueService } from './catalogue.service.js';
import { newDeviceCode } from './device-code.js';
import { type DeviceValues, valuesOf } from './device-values.js';
import { DevicesService } from './devices.service.js';
import { refusedBy } from '@diemcau/service/database/refused-by';

const noSerialTwice = <T>(work: () => Promise<T>): Promise<T> =>
  refusedBy('devices_serial', equipmentErrors.serialTaken, work);

/** Sites keep what they own. */
@Injectable()
export class KeepingService {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly devices: DevicesService,
    private readonly catalogue: CatalogueService,
    private readonly sites: SitesService,
    private readonly audit: Audit,
  ) {}

  /** @returns the id. @throws Failure `sites.*`, `catalogue.notFound`, `equipment.itemRetired`, `.serialTaken` */
  async add(input: AddDevice, caller: Caller): Promise<string> {
    const { siteId, itemId, serialNo = null, acquiredOn = null, condition } = input;
    const { location = null, notes = null } = input;
    return noSerialTwice(() =>
      this.database.transaction(async (manager) => {
        const site = await this.sites.hold(manager, caller, 'sites.write', siteId);
        const [provinceId = site.unitId] = site.unitPath;
        const item = await this.catalogue.of(manager, itemId, provinceId);
        if (item.retired) throw new Failure(equipmentErrors.itemRetired, { itemId });
        const values = { itemId, serialNo, acquiredOn, condition, location, notes };
        const id = await this.insert(manager, provinceId, siteId, values, caller);
        const object = { kind: 'device', id };
        const after = { siteId, ...values };
        await this.audit.record(manager, caller, {
          action: 'equipment.add',
          unitId: site.unitId,
          object,
          after,
        });
        return id;
      }),
    );
  }

  private async insert(
    manager: EntityManager,
    provinceId: string,
    siteId: string,
    values: DeviceValues,
    caller: Caller,
  ): Promise<string> {
    const id = randomUUID();
    const { itemId, serialNo, acquiredOn, condition, location, notes } = values;
    const code = newDeviceCode();
    await manager.query(
      `INSERT INTO devices (id, code, province_id, site_id, item_id, serial_no, serial_key, acquired_on, condition,
         location, notes, search) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
      [
        id,
        code,
        provinceId,
        siteId,
        itemId,
        serialNo,
        serialNo && folded(serialNo),
        acquiredOn,
        condition,
        location,
        notes,
        searchOf(values, code),
      ],
    );
    await manager.query(
      'INSERT INTO device_moves (id, device_id, to_site_id, by_id) VALUES (gen_random_uuid(), $1, $2, $3)',
      [id, siteId, caller.kind === 'user' ? caller.userId : null],
    );
    return id;
  }

  /** @throws Failure `equipment.*`, `catalogue.notFound` */
  async change({ deviceId, version, ...given }: ChangeDevice, caller: Caller): Promise<void> {
    await noSerialTwice(() =>
      this.database.transaction(async (manager) => {
        const device = await this.devices.hold(manager, caller, deviceId, version);
        const before = valuesOf(device);
        const stated = Object.entries(given).filter(([, value]) => value !== undefined);
        const after: DeviceValues = { ...before, ...Object.fromEntries(stated) };
        if (after.itemId !== before.itemId) {
          const { retired } = await this.catalogue.of(manager, after.itemId, device.provinceId);
          if (retired) throw new Failure(equipmentErrors.itemRetired, { itemId: after.itemId });
        }
        await this.write(manager, deviceId, device.code, after);
        await this.audit.record(manager, caller, {
          action: 'equipment.change',
          unitId: device.unitId,
          object: { kind: 'device', id: deviceId },
          before,
          after,
        });
      }),
    );
  }

  private async write(manager: EntityManager, id: string, code: string, values: DeviceValues): Promise<void> {
    const { itemId, serialNo, acquiredOn, condition, location, notes } = values;
    await manager.query(
      `UPDATE devices SET item_id = $2, serial_no = $3, serial_key = $4, acquired_on = $5, condition = $6, location = $7,
         notes = $8, search = $9, version = version + 1 WHERE id = $1`,
      [
        id,
        itemId,
        serialNo,
        serialNo && folded(serialNo),
        acquiredOn,
        condition,
        location,
        notes,
        searchOf(values, code),
      ],
    );
  }
}

const searchOf = ({ serialNo, location }: DeviceValues, code: string): string =>
  folded(`${serialNo ?? ''} ${location ?? ''} ${code}`);

import { type Caller, mayOn } from '@diemcau/contracts/core/caller';
import { commonFailures, Failure } from '@diemcau/contracts/core/failure';
import type { Permission } from '@diemcau/contracts/identity/permissions';
import {
  type SiteDevice,
  type DeviceMove,
  type DeviceMoves,
  equipmentErrors,
  type ScannedDevice,
} from '@diemcau/contracts/meetings/equipment';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { newDeviceCode, tidyCode } from './device-code.js';
import { deviceColumns, type DeviceRow, deviceTables, toDevice } from './device-row.js';

@Injectable()
export class DevicesService {
  constructor(@InjectDataSource() private readonly database: DataSource) {}

  /** @throws Failure `equipment.notFound`, also where the caller does not see the site */
  async find(deviceId: string, caller: Caller): Promise<SiteDevice> {
    return toDevice(await this.allowing(this.database.manager, caller, 'sites.read', deviceId));
  }

  /** For whoever inserts devices. */
  newCode(): string {
    return newDeviceCode();
  }

  /** @throws Failure `equipment.notFound` */
  async byCode(code: string, caller: Caller): Promise<ScannedDevice> {
    const [row] = await this.database.query<DeviceRow[]>(
      `SELECT ${deviceColumns} FROM ${deviceTables} WHERE d.code = $1`,
      [tidyCode(code)],
    );
    if (!row || !mayOn(caller, 'sites.read', row.unitPath)) throw new Failure(equipmentErrors.notFound);
    return { ...toDevice(row), mayWrite: mayOn(caller, 'sites.write', row.unitPath) };
  }

  /** @throws Failure `equipment.notFound` */
  async moves(deviceId: string, caller: Caller): Promise<DeviceMoves> {
    await this.find(deviceId, caller);
    const rows = await this.database.query<(Omit<DeviceMove, 'at'> & { at: Date })[]>(
      `SELECT m.id, m.at, a.name AS "fromSite", b.name AS "toSite", m.reason
       FROM device_moves m LEFT JOIN sites a ON a.id = m.from_site_id LEFT JOIN sites b ON b.id = m.to_site_id
       WHERE m.device_id = $1 ORDER BY m.at DESC, m.id LIMIT 200`,
      [deviceId],
    );
    return { items: rows.map((row) => ({ ...row, at: row.at.toISOString() })) };
  }

  /** @throws Failure `equipment.notFound`, `common.notAllowed` */
  async allowing(
    manager: EntityManager,
    caller: Caller,
    permission: Permission,
    deviceId: string,
    lock = '',
  ): Promise<DeviceRow> {
    const [row] = await manager.query<DeviceRow[]>(
      `SELECT ${deviceColumns} FROM ${deviceTables} WHERE d.id = $1 ${lock}`,
      [deviceId],
    );
    const sees =
      row && (mayOn(caller, 'sites.read', row.unitPath) || mayOn(caller, permission, row.unitPath));
    if (!sees) throw new Failure(equipmentErrors.notFound, { deviceId });
    if (!mayOn(caller, permission, row.unitPath)) throw new Failure(commonFailures.notAllowed);
    return row;
  }

  /**
   * A device to be changed: nobody else does until the transaction ends.
   * @throws Failure `equipment.notFound`, `.changedMeanwhile`, `.retired`, `common.notAllowed`
   */
  async hold(manager: EntityManager, caller: Caller, deviceId: string, version?: number): Promise<DeviceRow> {
    const row = await this.allowing(manager, caller, 'sites.write', deviceId, 'FOR NO KEY UPDATE OF d');
    if (row.state === 'retired') throw new Failure(equipmentErrors.retired, { deviceId });
    if (version !== undefined && row.version !== version) {
      throw new Failure(equipmentErrors.changedMeanwhile, { version: row.version });
    }
    return row;
  }

  /** After devices were moved: papers of their logs go along, so that who keeps them now sees those. */
  async bringFiles(manager: EntityManager, deviceIds: readonly string[]): Promise<void> {
    await manager.query(
      `UPDATE files f SET unit_id = s.unit_id, unit_path = s.unit_path
       FROM maintenance_entries e JOIN devices d ON d.id = e.device_id JOIN sites s ON s.id = d.site_id
       WHERE f.id = e.file_id AND f.unit_id IS NOT NULL AND d.id = ANY ($1)`,
      [deviceIds],
    );
  }
}

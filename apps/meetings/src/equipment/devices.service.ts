import { type Caller, mayOn } from '@diemcau/contracts/core/caller';
import { commonFailures, Failure } from '@diemcau/contracts/core/failure';
import type { Permission } from '@diemcau/contracts/identity/permissions';
import {
  type SiteDevice,
  type DeviceMove,
  type DeviceMoves,
  type DevicePage,
  type DeviceQuery,
  equipmentErrors,
  type ScannedDevice,
} from '@diemcau/contracts/meetings/equipment';
import { scopeOf, withinScope } from '@diemcau/service/auth/scope';
import { pageOf, positionOf, wordPatterns } from '@diemcau/service/database/paging';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { newDeviceCode, tidyCode } from './device-code.js';
import { deviceColumns, type DeviceRow, deviceTables, toDevice } from './device-row.js';

/** What a device is, then its number; compared byte by byte. */
const sortKey = `(i.search || chr(1) || coalesce(d.serial_key, '')) COLLATE "C"`;

@Injectable()
export class DevicesService {
  constructor(@InjectDataSource() private readonly database: DataSource) {}

  async list(query: DeviceQuery, caller: Caller): Promise<DevicePage> {
    const { limit = 50, siteId = null, unitId = null, itemId = null, condition = null } = query;
    const scope = scopeOf(caller, 'sites.read');
    const matching = `FROM ${deviceTables}
      WHERE ${withinScope('s', 1)} AND ($3::uuid IS NULL OR d.site_id = $3)
        AND ($4::uuid IS NULL OR s.unit_path @> ARRAY[$4::uuid]) AND ($5::uuid IS NULL OR d.item_id = $5)
        AND ($6::text IS NULL OR d.condition = $6) AND d.state = $7
        AND (i.search || ' ' || d.search || ' ' || s.search) LIKE ALL ($8)`;
    const chosen = [siteId, unitId, itemId, condition, query.state ?? 'active', wordPatterns(query.q)];
    const values = [scope.exactly, scope.below, ...chosen];
    const after = positionOf(query.cursor);
    const [[count], rows] = await Promise.all([
      this.database.query<[{ total: number }]>(`SELECT count(*)::int AS total ${matching}`, values),
      this.database.query<(DeviceRow & { sortKey: string })[]>(
        `SELECT ${deviceColumns}, ${sortKey} AS "sortKey" ${matching}
           AND ($9::text IS NULL OR (${sortKey}, d.id) > ($9, $10::uuid))
         ORDER BY ${sortKey}, d.id LIMIT $11`,
        [...values, after?.key ?? null, after?.id ?? null, limit + 1],
      ),
    ]);
    const { items, nextCursor } = pageOf(rows, limit, ({ sortKey: key, id }) => ({ key, id }));
    const shown = items.map(({ sortKey: _key, ...row }) => toDevice(row));
    return { items: shown, nextCursor, total: count.total };
  }

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
}

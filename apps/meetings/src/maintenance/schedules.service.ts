import type { Caller } from '@diemcau/contracts/core/caller';
import { Failure } from '@diemcau/contracts/core/failure';
import {
  type AddSchedule,
  maintenanceErrors,
  type MaintenanceSchedule,
  type ScheduleList,
  type ScheduleQuery,
} from '@diemcau/contracts/meetings/maintenance';
import { Audit } from '@diemcau/service/audit/audit';
import { scopeOf, withinScope } from '@diemcau/service/auth/scope';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { randomUUID } from 'node:crypto';
import { DataSource, type EntityManager } from 'typeorm';
import { CatalogueService } from '../equipment/catalogue.service.js';
import { DevicesService } from '../equipment/devices.service.js';
import { ProvincesService } from '../equipment/provinces.service.js';

const columns = `m.id, m.device_id AS "deviceId", m.item_id AS "itemId", i.name AS "itemName", m.what,
  m.every_months AS "everyMonths", m.starts_on::text AS "startsOn", m.instead_of AS "insteadOfId"`;
const tables = `maintenance_schedules m LEFT JOIN devices d ON d.id = m.device_id LEFT JOIN sites s ON s.id = d.site_id
  JOIN catalogue_items i ON i.id = coalesce(m.item_id, d.item_id)`;

/** Of a catalogue item. */
export interface KindSchedule {
  readonly id: string;
  readonly itemId: string;
  readonly everyMonths: number;
  readonly provinceId: string;
}

/** What has to be done every so many months (HB-6). */
@Injectable()
export class SchedulesService {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly devices: DevicesService,
    private readonly catalogue: CatalogueService,
    private readonly provinces: ProvincesService,
    private readonly audit: Audit,
  ) {}

  /** Of a device: its own, and those of its catalogue item that hold for it. */
  async list(query: ScheduleQuery, caller: Caller): Promise<ScheduleList> {
    const { deviceId = null, itemId = null, ofKinds = false, limit = 200 } = query;
    const scope = scopeOf(caller, 'sites.read');
    const provinces = await this.provinces.of(caller, 'sites.read');
    const items = await this.database.query<MaintenanceSchedule[]>(
      `SELECT ${columns} FROM ${tables}
       WHERE m.ended_at IS NULL AND (i.province_id = ANY ($3) AND (m.item_id IS NOT NULL OR ${withinScope('s', 1)}))
         AND ($4::uuid IS NULL OR m.device_id = $4
           OR m.item_id = (SELECT x.item_id FROM devices x JOIN sites s ON s.id = x.site_id
                           WHERE x.id = $4 AND ${withinScope('s', 1)}))
         AND ($5::uuid IS NULL OR m.item_id = $5) AND (NOT $6 OR m.item_id IS NOT NULL)
         AND NOT EXISTS (SELECT FROM maintenance_schedules o
           WHERE o.instead_of = m.id AND o.device_id = $4 AND o.ended_at IS NULL)
       ORDER BY i.search, m.created_at, m.id LIMIT $7`,
      [scope.exactly, scope.below, provinces, deviceId, itemId, ofKinds, limit],
    );
    return { items };
  }

  /** @throws Failure `maintenance.eitherOr`, `equipment.*`, `catalogue.notFound`, `common.notAllowed` */
  async add(input: AddSchedule, caller: Caller): Promise<MaintenanceSchedule> {
    const { deviceId = null, itemId = null, insteadOfId = null, what, everyMonths, startsOn } = input;
    if ((deviceId === null) === (itemId === null) || (itemId && insteadOfId))
      throw new Failure(maintenanceErrors.eitherOr);
    return this.database.transaction(async (manager) => {
      const device = deviceId === null ? null : await this.devices.hold(manager, caller, deviceId);
      const unitId = device
        ? device.unitId
        : (await this.catalogue.hold(manager, itemId ?? '', caller)).provinceId;
      if (device && insteadOfId) await this.makeRoom(manager, insteadOfId, device, caller);
      const id = randomUUID();
      await manager.query(
        `INSERT INTO maintenance_schedules (id, device_id, item_id, instead_of, what, every_months, starts_on)
         VALUES ($1, $2, $3, $4, $5, $6, $7)`,
        [id, deviceId, itemId, insteadOfId, what, everyMonths, startsOn],
      );
      const object = { kind: 'maintenanceSchedule', id };
      const after = { deviceId, itemId, insteadOfId, what, everyMonths, startsOn };
      await this.audit.record(manager, caller, { action: 'maintenance.addSchedule', unitId, object, after });
      return this.known(manager, id);
    });
  }

  /** @throws Failure `maintenance.noSchedule`, `common.notAllowed` */
  async end(scheduleId: string, caller: Caller): Promise<void> {
    await this.database.transaction(async (manager) => {
      const [found] = await manager.query<MaintenanceSchedule[]>(
        `SELECT ${columns} FROM ${tables} WHERE m.id = $1 AND m.ended_at IS NULL FOR NO KEY UPDATE OF m`,
        [scheduleId],
      );
      if (!found) throw new Failure(maintenanceErrors.noSchedule, { scheduleId });
      const unitId = await this.ownerOf(manager, found, caller);
      await manager.query('UPDATE maintenance_schedules SET ended_at = now() WHERE id = $1', [scheduleId]);
      const object = { kind: 'maintenanceSchedule', id: scheduleId };
      await this.audit.record(manager, caller, { action: 'maintenance.endSchedule', unitId, object });
    });
  }

  /** The device's own interval that stood there is ended. @throws Failure `maintenance.noSchedule`, `.otherSchedule` */
  private async makeRoom(
    manager: EntityManager,
    insteadOfId: string,
    { id, itemId }: { readonly id: string; readonly itemId: string },
    caller: Caller,
  ): Promise<void> {
    const kind = await this.holdKind(manager, insteadOfId, caller);
    if (kind.itemId !== itemId) throw new Failure(maintenanceErrors.otherSchedule, { insteadOfId });
    await manager.query(
      `UPDATE maintenance_schedules SET ended_at = now() WHERE device_id = $1 AND instead_of = $2 AND ended_at IS NULL`,
      [id, insteadOfId],
    );
  }

  /**
   * A kind's schedule; until the transaction ends nobody else changes it, nor what holds in its stead.
   * @throws Failure `maintenance.noSchedule`, also for another province's and for a device's
   */
  async holdKind(manager: EntityManager, scheduleId: string, caller: Caller): Promise<KindSchedule> {
    const provinces = await this.provinces.of(caller, 'sites.read');
    const [found] = await manager.query<KindSchedule[]>(
      `SELECT m.id, m.item_id AS "itemId", m.every_months AS "everyMonths", i.province_id AS "provinceId"
       FROM maintenance_schedules m JOIN catalogue_items i ON i.id = m.item_id
       WHERE m.id = $1 AND m.ended_at IS NULL AND i.province_id = ANY ($2) FOR NO KEY UPDATE OF m`,
      [scheduleId, provinces],
    );
    if (!found) throw new Failure(maintenanceErrors.noSchedule, { scheduleId });
    return found;
  }

  /** A schedule of what the caller does not see is not there. */
  private async ownerOf(
    manager: EntityManager,
    { id, deviceId, itemId }: MaintenanceSchedule,
    caller: Caller,
  ): Promise<string> {
    try {
      return deviceId
        ? (await this.devices.allowing(manager, caller, 'sites.write', deviceId)).unitId
        : (await this.catalogue.hold(manager, itemId ?? '', caller)).provinceId;
    } catch (error) {
      const unseen = error instanceof Failure && error.kind.status === 404;
      throw unseen ? new Failure(maintenanceErrors.noSchedule, { scheduleId: id }) : error;
    }
  }

  private async known(manager: EntityManager, id: string): Promise<MaintenanceSchedule> {
    const [found] = await manager.query<MaintenanceSchedule[]>(
      `SELECT ${columns} FROM ${tables} WHERE m.id = $1`,
      [id],
    );
    if (!found) throw new Failure(maintenanceErrors.noSchedule, { scheduleId: id });
    return found;
  }
}

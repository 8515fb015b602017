import type { Caller } from '@diemcau/contracts/core/caller';
import { Failure } from '@diemcau/contracts/core/failure';
import {
  type MaintenanceEntry,
  maintenanceErrors,
  type MaintenanceLog,
  type MaintenanceLogQuery,
  type RecordMaintenance,
} from '@diemcau/contracts/meetings/maintenance';
import type { DeviceCondition } from '@diemcau/contracts/meetings/equipment';
import { Audit } from '@diemcau/service/audit/audit';
import { pageOf, positionOf } from '@diemcau/service/database/paging';
import { Clock } from '@diemcau/service/time/clock';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { randomUUID } from 'node:crypto';
import { DataSource, type EntityManager } from 'typeorm';
import { dayOf } from '@diemcau/service/time/vietnam-day';
import { DevicesService } from '../equipment/devices.service.js';
import { FilesService } from '../files/files.service.js';

const columns = `e.id, e.device_id AS "deviceId", e.schedule_id AS "scheduleId", e.done_on::text AS "doneOn",
  e.done_by AS "doneBy", e.what, e.result, e.cost::float8 AS "costVnd", e.file_id AS "fileId",
  e.recorded_at AS "recordedAt"`;
type EntryRow = Omit<MaintenanceEntry, 'recordedAt' | 'file'> & { readonly recordedAt: Date };

/** What the device is like afterwards; null when that says nothing about it. */
const conditionAfter: Readonly<Record<RecordMaintenance['result'], DeviceCondition | null>> = {
  ok: null,
  repaired: 'good',
  replaced: 'good',
  needsRepair: 'broken',
};

/** What was done; entries are added, never changed (HB-6). */
@Injectable()
export class MaintenanceLogService {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly devices: DevicesService,
    private readonly files: FilesService,
    private readonly clock: Clock,
    private readonly audit: Audit,
  ) {}

  /** @throws Failure `equipment.notFound` */
  async list({ deviceId, limit = 50, cursor }: MaintenanceLogQuery, caller: Caller): Promise<MaintenanceLog> {
    await this.devices.find(deviceId, caller);
    const after = positionOf(cursor);
    const rows = await this.database.query<EntryRow[]>(
      `SELECT ${columns} FROM maintenance_entries e
       WHERE e.device_id = $1
         AND ($2::text IS NULL OR (e.done_on::text COLLATE "C", e.id) < ($2, $3::uuid))
       ORDER BY e.done_on::text COLLATE "C" DESC, e.id DESC LIMIT $4`,
      [deviceId, after?.key ?? null, after?.id ?? null, limit + 1],
    );
    const { items, nextCursor } = pageOf(rows, limit, ({ doneOn, id }) => ({ key: doneOn, id }));
    return { items: await this.toEntries(this.database.manager, items), nextCursor };
  }

  /** @throws Failure `equipment.*`, `maintenance.noSchedule`, `.otherSchedule`, `.notYet`, `files.*` */
  async record(input: RecordMaintenance, caller: Caller): Promise<MaintenanceEntry> {
    const {
      deviceId,
      scheduleId = null,
      doneOn,
      doneBy,
      what,
      result,
      costVnd = null,
      fileId = null,
    } = input;
    if (doneOn > dayOf(this.clock.now())) throw new Failure(maintenanceErrors.notYet, { doneOn });
    return this.database.transaction(async (manager) => {
      const device = await this.devices.hold(manager, caller, deviceId);
      if (scheduleId) await checkSchedule(manager, scheduleId, device);
      if (fileId)
        await this.files.attach(manager, fileId, device.unitPath, caller, { permission: 'sites.read' });
      const byId = caller.kind === 'user' ? caller.userId : null;
      const id = randomUUID();
      const [row] = await manager.query<EntryRow[]>(
        `INSERT INTO maintenance_entries AS e (id, device_id, site_id, schedule_id, done_on, done_by, what, result, cost,
           file_id, by_id, recorded_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) RETURNING ${columns}`,
        [
          id,
          deviceId,
          device.siteId,
          scheduleId,
          doneOn,
          doneBy,
          what,
          result,
          costVnd,
          fileId,
          byId,
          this.clock.now(),
        ],
      );
      if (!row) throw new Error('nothing was inserted');
      const condition = conditionAfter[result];
      if (condition && condition !== device.condition) {
        await manager.query('UPDATE devices SET condition = $2, version = version + 1 WHERE id = $1', [
          deviceId,
          condition,
        ]);
      }
      await this.audit.record(manager, caller, {
        action: 'maintenance.record',
        unitId: device.unitId,
        object: { kind: 'device', id: deviceId },
        after: { entryId: id, doneOn, result, costVnd },
      });
      const [entry] = await this.toEntries(manager, [row]);
      if (!entry) throw new Error('nothing was inserted');
      return entry;
    });
  }

  private async toEntries(manager: EntityManager, rows: readonly EntryRow[]): Promise<MaintenanceEntry[]> {
    const files = await this.files.named(
      manager,
      rows.flatMap(({ fileId }) => fileId ?? []),
    );
    return rows.map((row) => ({
      ...row,
      file: files.get(row.fileId ?? '') ?? null,
      recordedAt: row.recordedAt.toISOString(),
    }));
  }
}

/** @throws Failure `maintenance.noSchedule`, `.otherSchedule` */
async function checkSchedule(
  manager: EntityManager,
  scheduleId: string,
  device: { readonly id: string; readonly itemId: string; readonly provinceId: string },
): Promise<void> {
  const [schedule] = await manager.query<
    { deviceId: string | null; itemId: string | null; ended: boolean }[]
  >(
    `SELECT m.device_id AS "deviceId", m.item_id AS "itemId", m.ended_at IS NOT NULL AS ended
     FROM maintenance_schedules m LEFT JOIN devices d ON d.id = m.device_id
     JOIN catalogue_items i ON i.id = coalesce(m.item_id, d.item_id) WHERE m.id = $1 AND i.province_id = $2`,
    [scheduleId, device.provinceId],
  );
  if (!schedule || schedule.ended) throw new Failure(maintenanceErrors.noSchedule, { scheduleId });
  if (schedule.deviceId !== device.id && schedule.itemId !== device.itemId) {
    throw new Failure(maintenanceErrors.otherSchedule, { scheduleId });
  }
}

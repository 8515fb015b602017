import { type Caller, mayOn } from '@diemcau/contracts/core/caller';
import { commonFailures, Failure } from '@diemcau/contracts/core/failure';
import {
  type CloseTask,
  maintenanceErrors,
  type MaintenanceTask,
  type OpenTask,
  type TaskPage,
  type TaskQuery,
} from '@diemcau/contracts/meetings/maintenance';
import { folded } from '@diemcau/contracts/core/folded';
import { equipmentErrors } from '@diemcau/contracts/meetings/equipment';
import { Audit } from '@diemcau/service/audit/audit';
import { scopeOf, withinScope } from '@diemcau/service/auth/scope';
import { pageOf, positionOf, wordPatterns } from '@diemcau/service/database/paging';
import { Clock } from '@diemcau/service/time/clock';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { randomUUID } from 'node:crypto';
import { DataSource, type EntityManager } from 'typeorm';
import { SitesService } from '../sites/sites.service.js';

const columns = `t.id, t.site_id AS "siteId", s.name AS "siteName", s.unit_name AS "unitName", t.device_id AS "deviceId",
  t.what, t.source, t.state, t.opened_at AS "openedAt", t.done_at AS "doneAt", t.result`;
const tables = 'maintenance_tasks t JOIN sites s ON s.id = t.site_id';

type TaskRow = Omit<MaintenanceTask, 'openedAt' | 'doneAt'> & {
  readonly openedAt: Date;
  readonly doneAt: Date | null;
};
const toTask = (row: TaskRow): MaintenanceTask => ({
  ...row,
  openedAt: row.openedAt.toISOString(),
  doneAt: row.doneAt?.toISOString() ?? null,
});

/** What a check found, to be mended. */
export interface TaskOfCheck {
  readonly siteId: string;
  /** Null where it is not about one device. */
  readonly deviceId: string | null;
  readonly what: string;
  readonly source: 'check' | 'checklist';
  readonly sourceId: string;
  /** Who found it. */
  readonly caller: Caller;
}

const userOf = (caller: Caller): string | null => (caller.kind === 'user' ? caller.userId : null);
const isInstant = (key: string): boolean =>
  /^[12]\d{3}-\d\d-\d\dT/.test(key) && !Number.isNaN(Date.parse(key));

/** Single things to be mended, by people or out of checklists that were closed with something open (HB-6). */
@Injectable()
export class TasksService {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly sites: SitesService,
    private readonly clock: Clock,
    private readonly audit: Audit,
  ) {}

  async list(query: TaskQuery, caller: Caller): Promise<TaskPage> {
    const { limit = 50, siteId = null, unitId = null, deviceId = null, state = 'open' } = query;
    const scope = scopeOf(caller, 'sites.read');
    const matching = `FROM ${tables} WHERE ${withinScope('s', 1)} AND t.state = $3
      AND ($4::uuid IS NULL OR t.site_id = $4) AND ($5::uuid IS NULL OR s.unit_path @> ARRAY[$5::uuid])
      AND (t.search || ' ' || s.search) LIKE ALL ($6) AND ($7::uuid IS NULL OR t.device_id = $7)`;
    const values = [scope.exactly, scope.below, state, siteId, unitId, wordPatterns(query.q), deviceId];
    const after = positionOf(query.cursor, isInstant);
    const [[count], rows] = await Promise.all([
      this.database.query<[{ total: number }]>(`SELECT count(*)::int AS total ${matching}`, values),
      this.database.query<TaskRow[]>(
        `SELECT ${columns} ${matching} AND ($8::timestamptz IS NULL
           OR (date_trunc('milliseconds', t.opened_at), t.id) > ($8, $9::uuid))
         ORDER BY date_trunc('milliseconds', t.opened_at), t.id LIMIT $10`,
        [...values, after?.key ?? null, after?.id ?? null, limit + 1],
      ),
    ]);
    const page = pageOf(rows, limit, ({ openedAt, id }) => ({ key: openedAt.toISOString(), id }));
    return { items: page.items.map(toTask), nextCursor: page.nextCursor, total: count.total };
  }

  /** @throws Failure `sites.*`, `equipment.notFound` for a device that is elsewhere */
  async open({ siteId, deviceId = null, what }: OpenTask, caller: Caller): Promise<MaintenanceTask> {
    return this.database.transaction(async (manager) => {
      const site = await this.sites.hold(manager, caller, 'sites.write', siteId);
      if (deviceId) await checkPlace(manager, deviceId, siteId);
      const id = randomUUID();
      await manager.query(
        `INSERT INTO maintenance_tasks (id, site_id, device_id, what, search, source, opened_at, opened_by)
         VALUES ($1, $2, $3, $4, $5, 'person', $6, $7)`,
        [id, siteId, deviceId, what, folded(what), this.clock.now(), userOf(caller)],
      );
      const object = { kind: 'maintenanceTask', id };
      const after = { siteId, deviceId, what };
      await this.audit.record(manager, caller, {
        action: 'maintenance.openTask',
        unitId: site.unitId,
        object,
        after,
      });
      return this.known(manager, id);
    });
  }

  /**
   * For checks that find something: a point becomes one task, however often it is told, and a device that a check told of gets
   * no second while that is not done.
   * @param sourceId names the point for ever: `<check>:<item key>`
   * @returns whether there is a task more
   */
  async openFrom(
    manager: EntityManager,
    { siteId, deviceId, what, source, sourceId, caller }: TaskOfCheck,
  ): Promise<boolean> {
    // Whoever tells of the same device waits here.
    if (deviceId) await manager.query('SELECT FROM devices WHERE id = $1 FOR NO KEY UPDATE', [deviceId]);
    const [made] = await manager.query<unknown[]>(
      `INSERT INTO maintenance_tasks (id, site_id, device_id, what, search, source, source_id, opened_at, opened_by)
       SELECT gen_random_uuid(), $1, $2::uuid, $3, $4, $5::text, $6, $7, $8::uuid
       WHERE NOT EXISTS (SELECT FROM maintenance_tasks
         WHERE device_id = $2 AND state = 'open' AND source <> 'person')
       ON CONFLICT (source_id) DO NOTHING RETURNING id`,
      [
        siteId,
        deviceId,
        what.slice(0, 300),
        folded(what),
        source,
        sourceId,
        this.clock.now(),
        userOf(caller),
      ],
    );
    return made !== undefined;
  }

  /** @throws Failure `maintenance.noTask`, `.done`, `common.notAllowed` */
  async close({ taskId, result }: CloseTask, caller: Caller): Promise<MaintenanceTask> {
    return this.database.transaction(async (manager) => {
      const [row] = await manager.query<{ state: string; unitId: string; unitPath: string[] }[]>(
        `SELECT t.state, s.unit_id AS "unitId", s.unit_path AS "unitPath" FROM ${tables}
         WHERE t.id = $1 FOR NO KEY UPDATE OF t`,
        [taskId],
      );
      if (!row || !mayOn(caller, 'sites.read', row.unitPath)) {
        throw new Failure(maintenanceErrors.noTask, { taskId });
      }
      if (!mayOn(caller, 'sites.write', row.unitPath)) throw new Failure(commonFailures.notAllowed);
      if (row.state === 'done') throw new Failure(maintenanceErrors.done, { taskId });
      await manager.query(
        `UPDATE maintenance_tasks SET state = 'done', done_at = $2, done_by = $3, result = $4 WHERE id = $1`,
        [taskId, this.clock.now(), userOf(caller), result],
      );
      const object = { kind: 'maintenanceTask', id: taskId };
      const { unitId } = row;
      await this.audit.record(manager, caller, {
        action: 'maintenance.closeTask',
        unitId,
        object,
        after: { result },
      });
      return this.known(manager, taskId);
    });
  }

  private async known(manager: EntityManager, id: string): Promise<MaintenanceTask> {
    const [row] = await manager.query<TaskRow[]>(`SELECT ${columns} FROM ${tables} WHERE t.id = $1`, [id]);
    if (!row) throw new Failure(maintenanceErrors.noTask, { taskId: id });
    return toTask(row);
  }
}

/** @throws Failure `equipment.notFound` */
async function checkPlace(manager: EntityManager, deviceId: string, siteId: string): Promise<void> {
  const [found] = await manager.query<unknown[]>('SELECT FROM devices WHERE id = $1 AND site_id = $2', [
    deviceId,
    siteId,
  ]);
  if (!found) throw new Failure(equipmentErrors.notFound, { deviceId });
}

import { type Caller, mayOn, type ServiceCaller } from '@diemcau/contracts/core/caller';
import { commonFailures, Failure } from '@diemcau/contracts/core/failure';
import { unitErrors, UnitsClient } from '@diemcau/contracts/identity/units';
import type { AppliedSchedule, ApplySchedule } from '@diemcau/contracts/meetings/maintenance';
import { Audit } from '@diemcau/service/audit/audit';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { type KindSchedule, SchedulesService } from './schedules.service.js';

const itself: ServiceCaller = { kind: 'service', name: 'meetings' };

/** Devices of the kind of schedule `$1` below unit `$2`, of the province when that is null; with the interval that holds. */
const devices = `
  SELECT d.id, s.unit_id, o.id AS own_id, coalesce(o.every_months, k.every_months) AS current
  FROM maintenance_schedules k JOIN devices d ON d.item_id = k.item_id AND d.state = 'active'
  JOIN sites s ON s.id = d.site_id
  LEFT JOIN maintenance_schedules o ON o.device_id = d.id AND o.instead_of = k.id AND o.ended_at IS NULL
  WHERE k.id = $1 AND ($2::uuid IS NULL OR s.unit_path @> ARRAY[$2::uuid])`;
/** With the interval wanted as `$3`, and whether own ones are kept as `$4`. */
const kept = 'own_id IS NOT NULL AND $4';
const changed = `NOT (${kept}) AND current <> $3::int`;

/** An interval for every device of a kind at once (HB-6). A device's own stands against it, unless told otherwise. */
@Injectable()
export class ScheduleApplyingService {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly schedules: SchedulesService,
    private readonly units: UnitsClient,
    private readonly audit: Audit,
  ) {}

  /** What {@link apply} would do. @throws as that */
  async preview(input: ApplySchedule, caller: Caller): Promise<AppliedSchedule> {
    return this.database.transaction(async (manager) => {
      await this.allowed(manager, input, caller);
      return count(manager, input);
    });
  }

  /** @throws Failure `maintenance.noSchedule`, `units.notFound`, `common.notAllowed` */
  async apply(input: ApplySchedule, caller: Caller): Promise<AppliedSchedule> {
    return this.database.transaction(async (manager) => {
      const schedule = await this.allowed(manager, input, caller);
      const counted = await count(manager, input);
      const unitIds = input.unitId ? await unitsOf(manager, input) : [schedule.provinceId];
      if (input.own === 'replace') await endOwn(manager, input);
      if (!input.unitId) await setKind(manager, input);
      else if (input.everyMonths !== schedule.everyMonths) await setOwn(manager, input);
      const { everyMonths, own } = input;
      for (const unitId of unitIds) {
        await this.audit.record(manager, caller, {
          action: 'maintenance.applySchedule',
          unitId,
          object: { kind: 'maintenanceSchedule', id: schedule.id },
          before: { everyMonths: schedule.everyMonths },
          after: { everyMonths, own, appliedBelow: input.unitId ?? null, ...counted },
        });
      }
      return counted;
    });
  }

  /** The whole kind is the province's to decide, a unit's devices are of who keeps its sites. */
  private async allowed(
    manager: EntityManager,
    { scheduleId, unitId }: ApplySchedule,
    caller: Caller,
  ): Promise<KindSchedule> {
    const schedule = await this.schedules.holdKind(manager, scheduleId, caller);
    if (!unitId) {
      if (!mayOn(caller, 'sites.configure', [schedule.provinceId]))
        throw new Failure(commonFailures.notAllowed);
      return schedule;
    }
    const [unit] = (await this.units.named({ unitIds: [unitId] }, itself)).items;
    if (!unit || !mayOn(caller, 'sites.read', unit.path)) throw new Failure(unitErrors.notFound, { unitId });
    if (!mayOn(caller, 'sites.write', unit.path)) throw new Failure(commonFailures.notAllowed);
    return schedule;
  }
}

const valuesOf = ({ scheduleId, unitId, everyMonths, own }: ApplySchedule): unknown[] => [
  scheduleId,
  unitId ?? null,
  everyMonths,
  own === 'keep',
];

async function count(manager: EntityManager, input: ApplySchedule): Promise<AppliedSchedule> {
  const [counted] = await manager.query<[AppliedSchedule]>(
    `SELECT count(*)::int AS devices, (count(*) FILTER (WHERE ${changed}))::int AS changed,
       (count(*) FILTER (WHERE ${kept}))::int AS kept FROM (${devices}) x`,
    valuesOf(input),
  );
  return counted;
}

/** Whose devices change. */
async function unitsOf(manager: EntityManager, input: ApplySchedule): Promise<string[]> {
  const rows = await manager.query<{ unitId: string }[]>(
    `SELECT DISTINCT unit_id AS "unitId" FROM (${devices}) x WHERE ${changed} ORDER BY 1`,
    valuesOf(input),
  );
  return rows.map(({ unitId }) => unitId);
}

const endOwn = (manager: EntityManager, { scheduleId, unitId }: ApplySchedule): Promise<unknown> =>
  manager.query(
    `UPDATE maintenance_schedules m SET ended_at = now() FROM (${devices}) x WHERE m.id = x.own_id`,
    [scheduleId, unitId ?? null],
  );

const setKind = (manager: EntityManager, { scheduleId, everyMonths }: ApplySchedule): Promise<unknown> =>
  manager.query('UPDATE maintenance_schedules SET every_months = $2 WHERE id = $1', [
    scheduleId,
    everyMonths,
  ]);

const setOwn = (
  manager: EntityManager,
  { scheduleId, unitId, everyMonths }: ApplySchedule,
): Promise<unknown> =>
  manager.query(
    `INSERT INTO maintenance_schedules (id, device_id, instead_of, what, every_months, starts_on)
     SELECT gen_random_uuid(), x.id, k.id, k.what, $3::int, k.starts_on
     FROM (${devices}) x JOIN maintenance_schedules k ON k.id = $1 WHERE x.own_id IS NULL`,
    [scheduleId, unitId ?? null, everyMonths],
  );

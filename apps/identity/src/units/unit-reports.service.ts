import { type Caller, mayOn } from '@diemcau/contracts/core/caller';
import { Failure } from '@diemcau/contracts/core/failure';
import type {
  UnitCounts,
  UnitNow,
  UnitReport,
  UnitReportQuery,
  UnitTypeCount,
} from '@diemcau/contracts/identity/unit-reports';
import { unitErrors } from '@diemcau/contracts/identity/units';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { today } from './history.js';
import { UnitsService } from './units.service.js';

/** From closed units to what carries on their work, over as many steps as there were. */
const carriedOn = `
  WITH RECURSIVE next AS (
    SELECT id AS of, id, 0 AS step FROM units WHERE id = ANY ($1)
    UNION
    SELECT next.of, s.successor_id, step + 1 FROM next JOIN units u ON u.id = next.id AND u.state = 'closed'
    JOIN unit_successors s ON s.unit_id = next.id AND s.since <= units_today()
    WHERE step < 50)
  SELECT DISTINCT next.of, next.id FROM next JOIN units u ON u.id = next.id WHERE u.state <> 'closed'`;

/** Open units below some on a day, and in which of them people were: moves since then are undone, the last one first. */
const counted = `
  WITH RECURSIVE tree AS (
    SELECT unit_id, type FROM unit_versions
    WHERE unit_id = ANY ($1) AND state = 'active' AND valid_from <= $2 AND (valid_to IS NULL OR valid_to > $2)
    UNION
    SELECT v.unit_id, v.type FROM tree JOIN unit_versions v ON v.parent_id = tree.unit_id
    WHERE v.state = 'active' AND v.valid_from <= $2 AND (v.valid_to IS NULL OR v.valid_to > $2)
  ), candidates AS (
    SELECT id FROM users WHERE unit_id IN (SELECT unit_id FROM tree)
    UNION
    SELECT user_id FROM user_moves WHERE from_unit_id IN (SELECT unit_id FROM tree) AND moved_on > $2
  ), people AS (
    SELECT coalesce(
      (SELECT from_unit_id FROM user_moves m WHERE m.user_id = u.id AND m.moved_on > $2
       ORDER BY m.moved_on, m.sequence LIMIT 1), u.unit_id) AS unit_id
    FROM users u JOIN candidates USING (id)
    WHERE u.state <> 'disabled' AND (u.created_at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date <= $2
  )
  SELECT tree.type, count(DISTINCT tree.unit_id)::int AS units, count(people.unit_id)::int AS people
  FROM tree LEFT JOIN people USING (unit_id) GROUP BY tree.type ORDER BY tree.type`;

/** Figures as they were and as they are now, whatever became of the units (I2). */
@Injectable()
export class UnitReportsService {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly units: UnitsService,
  ) {}

  async now(unitIds: readonly string[], caller: Caller): Promise<UnitNow[]> {
    const asked = await this.units.named(unitIds, caller);
    const rows = await this.database.query<{ of: string; id: string }[]>(carriedOn, [
      asked.map(({ id }) => id),
    ]);
    const present = await this.units.named([...new Set(rows.map(({ id }) => id))], caller);
    const byId = new Map(present.map((unit) => [unit.id, unit]));
    return asked.map(({ id: unitId }) => ({
      unitId,
      now: rows.filter((row) => row.of === unitId).flatMap(({ id }) => byId.get(id) ?? []),
    }));
  }

  /** What came of a closed unit is counted where the caller looks after it too. @throws Failure `units.notFound` */
  async count({ unitId, on }: UnitReportQuery, caller: Caller): Promise<UnitReport> {
    const { path } = await this.units.find(unitId, caller);
    // The tree is for the whole province; how many people are where is for those who look after them.
    const mayCount = (of: readonly string[]) => caller.kind === 'service' || mayOn(caller, 'users.read', of);
    if (!mayCount(path)) throw new Failure(unitErrors.notFound, { unitId });
    const [itself] = await this.now([unitId], caller);
    const nowIds = (itself?.now ?? []).filter((unit) => mayCount(unit.path)).map(({ id }) => id);
    const present = await today(this.database.manager);
    return {
      unitId,
      asItWas: await this.countsOn([unitId], on),
      asItIsNow: await this.countsOn(nowIds, present),
    };
  }

  private async countsOn(unitIds: readonly string[], on: string): Promise<UnitCounts> {
    const types = await this.database.query<UnitTypeCount[]>(counted, [unitIds, on]);
    const sum = (of: 'units' | 'people') => types.reduce((all, type) => all + type[of], 0);
    return { on, units: sum('units'), people: sum('people'), types };
  }
}

import { type Caller, mayOn } from '@diemcau/contracts/core/caller';
import { commonFailures, Failure } from '@diemcau/contracts/core/failure';
import type { Permission } from '@diemcau/contracts/identity/permissions';
import type { KindName } from '@diemcau/contracts/meetings/meeting-types';
import {
  type ApprovedLine,
  type ApprovedPlan,
  type Plan,
  planErrors,
  type PlanPage,
  type PlanQuery,
} from '@diemcau/contracts/meetings/plans';
import { scopeOf, withinScope } from '@diemcau/service/auth/scope';
import { pageOf, positionOf, wordPatterns } from '@diemcau/service/database/paging';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { nameOf, ownName } from '../meeting-types/meeting-types.service.js';
import { SeriesService } from '../series/series.service.js';
import { planColumns, type PlanRow, toDto, toLine } from './plan-row.js';

const isInstant = (key: string): boolean => !Number.isNaN(Date.parse(key));

/** Which plans there are, as far as the caller may read them. */
@Injectable()
export class PlansService {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly series: SeriesService,
  ) {}

  /** The latest first. */
  async list(query: PlanQuery, caller: Caller): Promise<PlanPage> {
    const { limit = 50, unitId = null, year = null, state = null } = query;
    const scope = scopeOf(caller, 'meetings.read');
    const matching = `FROM plans plan
      WHERE ${withinScope('plan', 1)} AND ($3::uuid IS NULL OR plan.unit_path @> ARRAY[$3::uuid])
        AND ($4::int IS NULL OR plan.year = $4) AND ($5::text IS NULL OR plan.state = $5)
        AND plan.search LIKE ALL ($6)`;
    const values = [scope.exactly, scope.below, unitId, year, state, wordPatterns(query.q)];
    const after = positionOf(query.cursor, isInstant);
    const [[count], rows] = await Promise.all([
      this.database.query<[{ total: number }]>(`SELECT count(*)::int AS total ${matching}`, values),
      this.database.query<PlanRow[]>(
        `SELECT ${planColumns} ${matching}
           AND ($7::timestamptz IS NULL OR (date_trunc('milliseconds', plan.created_at), plan.id) < ($7, $8::uuid))
         ORDER BY date_trunc('milliseconds', plan.created_at) DESC, plan.id DESC LIMIT $9`,
        [...values, after?.key ?? null, after?.id ?? null, limit + 1],
      ),
    ]);
    const page = pageOf(rows, limit, ({ createdAt, id }) => ({ key: createdAt.toISOString(), id }));
    return { items: page.items.map(toLine), nextCursor: page.nextCursor, total: count.total };
  }

  async find(planId: string, caller: Caller): Promise<Plan> {
    const { manager } = this.database;
    const row = await allowed(manager, caller, 'meetings.read', planId, '');
    return toDto(row, await this.series.linesOf(planId), await approvedOf(manager, planId), caller);
  }

  /**
   * The plan, for a caller who holds the permission over its unit; until the transaction ends nobody else changes it or its
   * lines.
   * @param version that the caller read
   * @throws Failure `plans.notFound`, `common.notAllowed`, `plans.changedMeanwhile`
   */
  async hold(
    manager: EntityManager,
    caller: Caller,
    permission: Permission,
    planId: string,
    version?: number,
  ): Promise<PlanRow> {
    const row = await allowed(manager, caller, permission, planId, 'FOR UPDATE OF plan');
    if (version !== undefined && row.version !== version) {
      throw new Failure(planErrors.changedMeanwhile, { version: row.version });
    }
    return row;
  }
}

async function allowed(
  manager: EntityManager,
  caller: Caller,
  permission: Permission,
  planId: string,
  lock: string,
): Promise<PlanRow> {
  const [row] = await manager.query<PlanRow[]>(
    `SELECT ${planColumns} FROM plans plan WHERE plan.id = $1 ${lock}`,
    [planId],
  );
  const sees =
    row && (mayOn(caller, permission, row.unitPath) || mayOn(caller, 'meetings.read', row.unitPath));
  if (!sees) throw new Failure(planErrors.notFound, { planId });
  if (!mayOn(caller, permission, row.unitPath)) throw new Failure(commonFailures.notAllowed);
  return row;
}

interface ApprovedRow {
  readonly at: Date;
  readonly by: string;
  readonly lines: (Omit<ApprovedLine, 'kindName'> & { readonly ownName: KindName | null })[];
}

/** Lines approved before plans bounded their series do not say so. */
const unbounded = `'{"fromDay": null, "untilDay": null}'::jsonb`;

async function approvedOf(manager: EntityManager, planId: string): Promise<ApprovedPlan | null> {
  const [row] = await manager.query<ApprovedRow[]>(
    `SELECT approved.at, approved.by,
       coalesce((SELECT jsonb_agg(${unbounded} || line.row - 'template' || jsonb_build_object('ownName', ${ownName('line')})
         ORDER BY place)
         FROM (SELECT one.row, place, one.row ->> 'kind' AS kind, plan.unit_path
               FROM jsonb_array_elements(approved.lines) WITH ORDINALITY AS one (row, place)) line), '[]') AS lines
     FROM approved_plans approved JOIN plans plan ON plan.id = approved.plan_id WHERE approved.plan_id = $1`,
    [planId],
  );
  if (!row) return null;
  const lines = row.lines.map(({ ownName: own, ...line }) => ({ ...line, kindName: nameOf(line.kind, own) }));
  return { at: row.at.toISOString(), by: row.by, lines };
}

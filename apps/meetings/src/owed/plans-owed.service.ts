import type { Caller } from '@diemcau/contracts/core/caller';
import {
  mostOwed,
  type OwedApproval,
  type OwedApprovals,
  type OwedCorrection,
  type OwedCorrections,
} from '@diemcau/contracts/meetings/owed';
import { scopeOf, withinScope } from '@diemcau/service/auth/scope';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { ownUnits, totalOf } from './own-units.js';

type ApprovalRow = Omit<OwedApproval, 'since'> & { readonly since: Date; readonly total: number };

/** Of others (I12). $3 the caller */
const toApprove = `
  SELECT 'plan' AS kind, plan.id, plan.title, plan.unit_name AS "unitName", plan.submitted_at AS since
  FROM plans plan
  WHERE plan.state = 'submitted' AND plan.author_id IS DISTINCT FROM $3::uuid AND ${withinScope('plan', 1)}
  UNION ALL
  SELECT 'series', line.id, line.title, line.unit_name, line.created_at
  FROM series line
  WHERE line.state = 'draft' AND line.plan_id IS NULL AND line.author_id IS DISTINCT FROM $3::uuid
    AND ${withinScope('line', 1)}`;

@Injectable()
export class PlansOwedService {
  constructor(@InjectDataSource() private readonly database: DataSource) {}

  async approvals(caller: Caller): Promise<OwedApprovals> {
    const { exactly, below } = scopeOf(caller, 'meetings.approve');
    const rows = await this.database.query<ApprovalRow[]>(
      `SELECT *, (count(*) OVER ())::int AS total FROM (${toApprove}) owed ORDER BY since, id LIMIT ${mostOwed}`,
      [exactly, below, authorOf(caller)],
    );
    const items = rows.map(({ total: _all, since, ...row }) => ({ ...row, since: since.toISOString() }));
    return { items, total: totalOf(rows) };
  }

  async corrections(caller: Caller): Promise<OwedCorrections> {
    const { exactly, below } = scopeOf(caller, 'meetings.write');
    const rows = await this.database.query<(OwedCorrection & { readonly total: number })[]>(
      `SELECT plan.id AS "planId", plan.title, plan.unit_name AS "unitName", plan.comment,
         (count(*) OVER ())::int AS total
       FROM plans plan
       WHERE plan.state = 'draft' AND plan.comment IS NOT NULL AND ${withinScope('plan', 1)}
         AND (plan.author_id = $3::uuid OR plan.unit_id = ANY ($4::uuid[]))
       ORDER BY plan.created_at, plan.id LIMIT ${mostOwed}`,
      [exactly, below, authorOf(caller), ownUnits(caller, 'meetings.write')],
    );
    return { items: rows.map(({ total: _all, ...row }) => row), total: totalOf(rows) };
  }
}

const authorOf = (caller: Caller): string | null =>
  caller.kind === 'user' ? caller.userId : caller.kind === 'key' ? caller.keyId : null;

import { type Caller, mayOn } from '@diemcau/contracts/core/caller';
import type { ApprovedPlan, Plan, PlanLine } from '@diemcau/contracts/meetings/plans';
import type { SeriesLine } from '@diemcau/contracts/meetings/series';

export interface PlanRow extends Omit<PlanLine, 'submittedAt' | 'approvedAt' | 'createdAt'> {
  readonly unitPath: string[];
  readonly submittedAt: Date | null;
  readonly approvedAt: Date | null;
  readonly createdAt: Date;
}

/** Of table `plan`. */
export const planColumns = `plan.id, plan.unit_id AS "unitId", plan.unit_name AS "unitName", plan.unit_path AS "unitPath",
  plan.year, plan.month, plan.title, plan.state, plan.author_id AS "authorId", plan.comment,
  plan.replaces_id AS "replacesId", plan.submitted_at AS "submittedAt", plan.approved_at AS "approvedAt",
  plan.approved_by AS "approvedBy", plan.created_at AS "createdAt", plan.version,
  (SELECT count(*)::int FROM series WHERE series.plan_id = plan.id) AS "seriesCount"`;

export const toLine = ({ unitPath: _unitPath, ...row }: PlanRow): PlanLine => ({
  ...row,
  submittedAt: row.submittedAt?.toISOString() ?? null,
  approvedAt: row.approvedAt?.toISOString() ?? null,
  createdAt: row.createdAt.toISOString(),
});

export function toDto(
  row: PlanRow,
  series: SeriesLine[],
  approved: ApprovedPlan | null,
  caller: Caller,
): Plan {
  const byAnother = caller.kind === 'user' && caller.userId !== row.authorId;
  return {
    ...toLine(row),
    series,
    approved,
    changeable: row.state === 'draft' && mayOn(caller, 'meetings.write', row.unitPath),
    approvable: row.state === 'submitted' && byAnother && mayOn(caller, 'meetings.approve', row.unitPath),
  };
}

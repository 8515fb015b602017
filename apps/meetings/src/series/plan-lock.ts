import { Failure } from '@diemcau/contracts/core/failure';
import { seriesErrors } from '@diemcau/contracts/meetings/series-errors';
import { planErrors } from '@diemcau/contracts/meetings/plans';
import type { PlanState } from '@diemcau/contracts/meetings/vocabulary';
import type { EntityManager } from 'typeorm';
import type { PlanPeriod } from './plan-period.js';

export interface PlanOf extends PlanPeriod {
  readonly state: PlanState;
  readonly unitId: string;
}

/**
 * The plan of a unit's series, if it is to have one.
 * @throws Failure `plans.notFound`, `series.planOfAnother`
 */
export async function planOf(
  manager: EntityManager,
  planId: string | null,
  unitId: string,
  lock = '',
): Promise<PlanOf | null> {
  if (planId === null) return null;
  const [plan] = await manager.query<PlanOf[]>(
    `SELECT state, year, month, unit_id AS "unitId" FROM plans WHERE id = $1 ${lock}`,
    [planId],
  );
  if (!plan) throw new Failure(planErrors.notFound, { planId });
  if (plan.unitId !== unitId) throw new Failure(seriesErrors.planOfAnother, { planId });
  return plan;
}

/**
 * Until the transaction ends the plan is neither submitted, approved nor returned.
 * @throws Failure as {@link planOf}; `series.planNotDraft`
 */
export async function holdDraftPlan(
  manager: EntityManager,
  planId: string | null,
  unitId: string,
): Promise<PlanOf | null> {
  const plan = await planOf(manager, planId, unitId, 'FOR SHARE');
  if (plan && plan.state !== 'draft') throw new Failure(seriesErrors.planNotDraft, { planId });
  return plan;
}

/** Of a series that has this plan. */
export async function periodOf(manager: EntityManager, planId: string): Promise<PlanPeriod> {
  const [period] = await manager.query<[PlanPeriod]>('SELECT year, month FROM plans WHERE id = $1', [planId]);
  return period;
}

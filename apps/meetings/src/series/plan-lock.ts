import { Failure } from '@diemcau/contracts/core/failure';
import { seriesErrors } from '@diemcau/contracts/meetings/series-errors';
import { planErrors } from '@diemcau/contracts/meetings/plans';
import type { PlanState } from '@diemcau/contracts/meetings/vocabulary';
import type { EntityManager } from 'typeorm';

interface PlanOf {
  readonly state: PlanState;
  readonly unitId: string;
}

/** Until the transaction ends the plan is neither submitted, approved nor returned. */
async function held(manager: EntityManager, planId: string): Promise<PlanOf> {
  const [plan] = await manager.query<PlanOf[]>(
    `SELECT state, unit_id AS "unitId" FROM plans WHERE id = $1 FOR SHARE`,
    [planId],
  );
  if (!plan) throw new Failure(planErrors.notFound, { planId });
  return plan;
}

/** @throws Failure `plans.notFound`, `series.planOfAnother`, `series.planNotDraft` */
export async function holdDraftPlan(
  manager: EntityManager,
  planId: string | null,
  unitId: string,
): Promise<void> {
  if (planId === null) return;
  const plan = await held(manager, planId);
  if (plan.unitId !== unitId) throw new Failure(seriesErrors.planOfAnother, { planId });
  if (plan.state !== 'draft') throw new Failure(seriesErrors.planNotDraft, { planId });
}

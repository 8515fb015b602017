import { body } from '@diemcau/client/rest';
import type { MakePlan, Plan, PlanLine } from '@diemcau/contracts/meetings/plans';
import { queryOptions } from '@tanstack/react-query';
import { rest } from '../../../api/rest';

export const plansKey = ['work', 'plans'] as const;
/** Approving begins series, and ends others. */
export const planChanges = [plansKey, ['work', 'series'], ['work', 'occurrences']] as const;

const pathOf = (planId: string) => ({ params: { path: { planId } } });

export const planQuery = (planId: string) =>
  queryOptions({
    queryKey: [...plansKey, 'one', planId],
    queryFn: () => body(rest.GET('/api/v1/plans/{planId}', pathOf(planId))),
  });

export const makePlan = (wish: MakePlan): Promise<Plan> => body(rest.POST('/api/v1/plans', { body: wish }));

export const removePlan = (planId: string) => body(rest.DELETE('/api/v1/plans/{planId}', pathOf(planId)));

export const submitPlan = ({ id, version }: PlanLine): Promise<Plan> =>
  body(rest.POST('/api/v1/plans/{planId}/submit', { ...pathOf(id), body: { version } }));

export const approvePlan = ({ id, version }: PlanLine): Promise<Plan> =>
  body(rest.POST('/api/v1/plans/{planId}/approve', { ...pathOf(id), body: { version } }));

export interface Return {
  readonly plan: PlanLine;
  readonly comment: string;
}
export const returnPlan = ({ plan: { id, version }, comment }: Return): Promise<Plan> =>
  body(rest.POST('/api/v1/plans/{planId}/return', { ...pathOf(id), body: { version, comment } }));

export const renewPlan = (planId: string): Promise<Plan> =>
  body(rest.POST('/api/v1/plans/{planId}/renew', pathOf(planId)));

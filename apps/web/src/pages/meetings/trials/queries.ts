import { body } from '@diemcau/client/rest';
import type { PlanTrial, SubmitTrial, Trial } from '@diemcau/contracts/meetings/trials';
import { queryOptions } from '@tanstack/react-query';
import { type List, useList } from '../../../admin/table/use-list';
import { rest } from '../../../api/rest';

export const trialsKey = ['work', 'trials'] as const;
const freshEveryMs = 5000;

export const useTrials = (): List<Trial> =>
  useList({
    key: [...trialsKey, 'list'],
    fetch: (page) => body(rest.GET('/api/v1/trials', { params: { query: page } })),
  });

/** Live: looked at again every five seconds. */
export const boardQuery = (trialId: string) =>
  queryOptions({
    queryKey: [...trialsKey, 'board', trialId],
    queryFn: () => body(rest.GET('/api/v1/trials/{trialId}', { params: { path: { trialId } } })),
    refetchInterval: freshEveryMs,
  });

export const ownQuery = (trialId: string, unitId: string) =>
  queryOptions({
    queryKey: [...trialsKey, 'own', trialId, unitId],
    queryFn: () =>
      body(rest.GET('/api/v1/trials/{trialId}/units/{unitId}', { params: { path: { trialId, unitId } } })),
  });

export const planTrial = (input: PlanTrial) => body(rest.POST('/api/v1/trials', { body: input }));

const at = (trialId: string) => ({ params: { path: { trialId } } });
export const openTrial = (trialId: string) => body(rest.POST('/api/v1/trials/{trialId}/open', at(trialId)));
export const closeTrial = (trialId: string) => body(rest.POST('/api/v1/trials/{trialId}/close', at(trialId)));
export const remind = (trialId: string) => body(rest.POST('/api/v1/trials/{trialId}/remind', at(trialId)));

export const submitTrial = ({ trialId, unitId, ...findings }: SubmitTrial) =>
  body(
    rest.POST('/api/v1/trials/{trialId}/units/{unitId}/result', {
      params: { path: { trialId, unitId } },
      body: findings,
    }),
  );

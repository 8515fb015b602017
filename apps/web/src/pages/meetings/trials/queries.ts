import { body } from '@diemcau/client/rest';
import type {
  ChangeTrial,
  PlanTrial,
  SubmitTrial,
  Trial,
  TrialUnit,
  TrialUnitState,
} from '@diemcau/contracts/meetings/trials';
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

/** The figures of a board, live: looked at again every five seconds. */
export const boardQuery = (trialId: string) =>
  queryOptions({
    queryKey: [...trialsKey, 'board', trialId],
    queryFn: () =>
      body(rest.GET('/api/v1/trials/{trialId}', { params: { path: { trialId }, query: { limit: 1 } } })),
    refetchInterval: freshEveryMs,
  });

/** Its units a page at a time, as live while the window is open. */
export const useBoardUnits = (trialId: string, open: boolean): List<TrialUnit> =>
  useList({
    key: [...trialsKey, 'units', trialId],
    filters: ['state'],
    fetch: async (page, { state }) => {
      const query = { ...page, ...(isUnitState(state) && { state }) };
      const answer = rest.GET('/api/v1/trials/{trialId}', { params: { path: { trialId }, query } });
      const { units, nextCursor } = await body(answer);
      return { items: units, nextCursor };
    },
    unfinished: () => open,
    everyMs: freshEveryMs,
  });
/** As the board has them. */
export const unitStates = ['failed', 'waiting', 'passed'] as const satisfies readonly TrialUnitState[];
const isUnitState = (state: string | undefined): state is TrialUnitState =>
  unitStates.some((one) => one === state);

export const ownQuery = (trialId: string, unitId: string) =>
  queryOptions({
    queryKey: [...trialsKey, 'own', trialId, unitId],
    queryFn: () =>
      body(rest.GET('/api/v1/trials/{trialId}/units/{unitId}', { params: { path: { trialId, unitId } } })),
  });

export const planTrial = (input: PlanTrial) => body(rest.POST('/api/v1/trials', { body: input }));

export const changeTrial = ({ trialId, ...change }: ChangeTrial) =>
  body(rest.PATCH('/api/v1/trials/{trialId}', { params: { path: { trialId } }, body: change }));

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

/** To measure sound and picture, once. */
export const mirrorTicket = (trialId: string, unitId: string) =>
  body(
    rest.POST('/api/v1/trials/{trialId}/units/{unitId}/mirror', { params: { path: { trialId, unitId } } }),
  );

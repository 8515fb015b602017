import { body } from '@diemcau/client/rest';
import type {
  AddToRoster,
  AddTraining,
  ChangeRosterEntry,
  RosterEntry,
  UnitWithoutOperator,
} from '@diemcau/contracts/identity/roster';
import { queryOptions } from '@tanstack/react-query';
import { rest } from '../../../api/rest';
import { useAddressState } from '../../../admin/table/list-search';
import { type List, useList } from '../../../admin/table/use-list';

export const rosterKey = ['admin', 'roster'] as const;

/** The operators of the whole province, now, or with those of before and to come. */
export function useRoster(): List<RosterEntry> {
  return useList({
    key: [...rosterKey, 'list'],
    filters: ['unitId', 'history'],
    fetch: (page, { unitId, history }) =>
      body(
        rest.GET('/api/v1/roster', {
          params: { query: { ...page, ...(unitId && { unitId }), ...(history && { history: true }) } },
        }),
      ),
  });
}

/** Units that ought to have an operator and have none: of the unit the page is about, else of the reader's own. */
export function useMissing(own: string | undefined): List<UnitWithoutOperator> {
  const [{ unitId = own }] = useAddressState();
  return useList({
    key: [...rosterKey, 'missing', unitId ?? null],
    inAddress: false,
    fetch: (page) =>
      body(rest.GET('/api/v1/roster/missing', { params: { query: { ...page, ...(unitId && { unitId }) } } })),
  });
}

export const entryQuery = (entryId: string) =>
  queryOptions({
    queryKey: [...rosterKey, 'one', entryId],
    queryFn: () => body(rest.GET('/api/v1/roster/{entryId}', { params: { path: { entryId } } })),
  });

export const addEntry = (input: AddToRoster) => body(rest.POST('/api/v1/roster', { body: input }));

export const changeEntry = ({ entryId, ...change }: ChangeRosterEntry) =>
  body(rest.PATCH('/api/v1/roster/{entryId}', { params: { path: { entryId } }, body: change }));

export const removeEntry = (entryId: string) =>
  body(rest.DELETE('/api/v1/roster/{entryId}', { params: { path: { entryId } } }));

export const addTraining = ({ entryId, ...training }: AddTraining) =>
  body(rest.POST('/api/v1/roster/{entryId}/training', { params: { path: { entryId } }, body: training }));

export const removeTraining = ({ entryId, trainingId }: { entryId: string; trainingId: string }) =>
  body(
    rest.DELETE('/api/v1/roster/{entryId}/training/{trainingId}', {
      params: { path: { entryId, trainingId } },
    }),
  );

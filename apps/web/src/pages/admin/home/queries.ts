import { body } from '@diemcau/client/rest';
import type { UserState } from '@diemcau/contracts/identity/user-views';
import { queryOptions } from '@tanstack/react-query';
import { rest } from '../../../api/rest';

const homeKey = ['admin', 'home'] as const;

/** How many units, these and below, have nobody to run their site. */
export const missingOperatorsQuery = (unitIds: readonly string[]) =>
  queryOptions({
    queryKey: [...homeKey, 'missing-operators', unitIds],
    queryFn: async () => {
      const counts = unitIds.map(async (unitId) => {
        const query = { unitId, limit: 1 };
        return (await body(rest.GET('/api/v1/roster/missing', { params: { query } }))).total;
      });
      return (await Promise.all(counts)).reduce((sum, count) => sum + count, 0);
    },
  });

export const plannedEventsQuery = () =>
  queryOptions({
    queryKey: [...homeKey, 'planned-events'],
    queryFn: async () => {
      const query = { state: 'planned', limit: 100 } as const;
      const { items } = await body(rest.GET('/api/v1/unit-events', { params: { query } }));
      return items.toSorted((a, b) => a.effectiveOn.localeCompare(b.effectiveOn));
    },
  });

/** The latest imports; those that failed or left rows behind are looked for among them. */
export const latestImportsQuery = () =>
  queryOptions({
    queryKey: [...homeKey, 'imports'],
    queryFn: async () =>
      (await body(rest.GET('/api/v1/imports', { params: { query: { limit: 20 } } }))).items,
  });

export const peopleInQuery = (state: UserState) =>
  queryOptions({
    queryKey: [...homeKey, 'people', state],
    queryFn: async () =>
      (await body(rest.GET('/api/v1/users', { params: { query: { state, limit: 1 } } }))).total,
  });

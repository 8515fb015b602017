import { body } from '@diemcau/client/rest';
import type { UserState } from '@diemcau/contracts/identity/user-views';
import { queryOptions } from '@tanstack/react-query';
import { rest } from '../../../api/rest';

const homeKey = ['admin', 'home'] as const;

/** How many units have nobody to run their site. */
export const missingOperatorsQuery = () =>
  queryOptions({
    queryKey: [...homeKey, 'missing-operators'],
    queryFn: async () =>
      (await body(rest.GET('/api/v1/roster/missing', { params: { query: { limit: 1 } } }))).total,
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

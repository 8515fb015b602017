import { body } from '@diemcau/client/rest';
import type { Unit } from '@diemcau/contracts/identity/units';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { rest } from '../../api/rest';

/** The names of the units above these, by id, all in one question; one that is closed by now has none. */
export function useParentNames(units: readonly Unit[]): ReadonlyMap<string, string> {
  const unitIds = [...new Set(units.flatMap(({ parentId }) => parentId ?? []))].toSorted();
  const { data } = useQuery({
    queryKey: ['admin', 'units', 'parents', unitIds],
    queryFn: async () => {
      const { items } = await body(rest.POST('/api/v1/unit-successors', { body: { unitIds } }));
      return new Map(
        items.flatMap(({ unitId, now }): [string, string][] => {
          const itself = now.find(({ id }) => id === unitId);
          return itself ? [[unitId, itself.name]] : [];
        }),
      );
    },
    enabled: unitIds.length > 0,
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  });
  return data ?? new Map();
}

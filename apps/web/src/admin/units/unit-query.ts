import { body } from '@diemcau/client/rest';
import { queryOptions } from '@tanstack/react-query';
import { rest } from '../../api/rest';

/** One unit as it is now. */
export const unitQuery = (unitId: string) =>
  queryOptions({
    queryKey: ['admin', 'units', 'one', unitId],
    queryFn: () => body(rest.GET('/api/v1/units/{unitId}', { params: { path: { unitId } } })),
    staleTime: 60_000,
  });

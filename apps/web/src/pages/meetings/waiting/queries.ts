import { body } from '@diemcau/client/rest';
import { queryOptions } from '@tanstack/react-query';
import { rest } from '../../../api/rest';
import { seriesKey } from '../series/queries';

/** Below that of series: what changes these decides what waits. */
export const waitingQuery = (seriesId?: string) =>
  queryOptions({
    queryKey: [...seriesKey, 'waiting', seriesId ?? null],
    queryFn: () =>
      body(rest.GET('/api/v1/waiting-dates', { params: { query: { ...(seriesId && { seriesId }) } } })),
  });

import { body } from '@diemcau/client/rest';
import { queryOptions } from '@tanstack/react-query';
import { rest } from '../../../api/rest';
import { meetingsKey } from '../../meetings/occurrence/queries';

const againMs = 60_000;

/** Kept fresh while the page is open: it hangs on the wall of a control room. */
export const overviewQuery = (unitId: string | undefined) =>
  queryOptions({
    queryKey: [...meetingsKey, 'overview', unitId ?? null],
    queryFn: () => body(rest.GET('/api/v1/overview', { params: { query: { ...(unitId && { unitId }) } } })),
    refetchInterval: againMs,
  });

import { body } from '@diemcau/client/rest';
import type { SetDateChoice } from '@diemcau/contracts/meetings/series';
import { queryOptions } from '@tanstack/react-query';
import { rest } from '../../../api/rest';

/** Below that of series: what changes these changes what was missed. */
export const missedQuery = (seriesId?: string) =>
  queryOptions({
    queryKey: ['work', 'series', 'missed', seriesId ?? null],
    queryFn: () =>
      body(rest.GET('/api/v1/missed-dates', { params: { query: { ...(seriesId && { seriesId }) } } })),
  });

export const decideDate = ({ seriesId, nominal, ...choice }: SetDateChoice) =>
  body(
    rest.PUT('/api/v1/series/{seriesId}/dates/{nominal}', {
      params: { path: { seriesId, nominal } },
      body: choice,
    }),
  );

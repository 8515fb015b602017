import { body } from '@diemcau/client/rest';
import type {
  ChangeSeries,
  EndSeries,
  MakeSeries,
  PreviewSeries,
  Series,
} from '@diemcau/contracts/meetings/series';
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { rest } from '../../../api/rest';

export const seriesKey = ['work', 'series'] as const;
/** What is no longer true once a series changed. */
export const seriesChanges = [seriesKey, ['work', 'plans'], ['work', 'meetings']] as const;

const pathOf = (seriesId: string) => ({ params: { path: { seriesId } } });

export const seriesQuery = (seriesId: string) =>
  queryOptions({
    queryKey: [...seriesKey, 'one', seriesId],
    queryFn: () => body(rest.GET('/api/v1/series/{seriesId}', pathOf(seriesId))),
  });

export const previewQuery = (asked: PreviewSeries | null) =>
  queryOptions({
    queryKey: [...seriesKey, 'preview', asked],
    queryFn: () => {
      if (!asked) throw new Error('nothing to look at yet');
      return body(rest.POST('/api/v1/series/preview', { body: asked }));
    },
    enabled: asked !== null,
    placeholderData: keepPreviousData,
    retry: false,
  });

export const personQuery = (userId: string | null) =>
  queryOptions({
    queryKey: ['admin', 'people', 'named', userId],
    queryFn: () => body(rest.GET('/api/v1/users/{userId}', { params: { path: { userId: userId ?? '' } } })),
    enabled: userId !== null,
  });

export const makeSeries = (wish: MakeSeries): Promise<Series> =>
  body(rest.POST('/api/v1/series', { body: wish }));

export const changeSeries = ({ seriesId, ...changes }: ChangeSeries): Promise<Series> =>
  body(rest.PATCH('/api/v1/series/{seriesId}', { ...pathOf(seriesId), body: changes }));

export const removeSeries = (seriesId: string) =>
  body(rest.DELETE('/api/v1/series/{seriesId}', pathOf(seriesId)));

export const approveSeries = ({ id, version }: Pick<Series, 'id' | 'version'>): Promise<Series> =>
  body(rest.POST('/api/v1/series/{seriesId}/approve', { ...pathOf(id), body: { version } }));

export const endSeries = ({ seriesId, ...how }: EndSeries): Promise<Series> =>
  body(rest.POST('/api/v1/series/{seriesId}/end', { ...pathOf(seriesId), body: how }));

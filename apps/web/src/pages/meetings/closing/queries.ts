import { body } from '@diemcau/client/rest';
import type { SubmitClosing } from '@diemcau/contracts/meetings/closing';
import { queryOptions } from '@tanstack/react-query';
import { rest } from '../../../api/rest';

export const closingKey = ['work', 'closing'] as const;

export const closingsOwedQuery = queryOptions({
  queryKey: [...closingKey, 'mine'],
  queryFn: () => body(rest.GET('/api/v1/closing/mine')),
});

const at = (occurrenceId: string, siteId: string) => ({ params: { path: { occurrenceId, siteId } } });

export const closingQuery = (occurrenceId: string, siteId: string) =>
  queryOptions({
    queryKey: [...closingKey, occurrenceId, siteId],
    queryFn: () =>
      body(rest.GET('/api/v1/occurrences/{occurrenceId}/closing/{siteId}', at(occurrenceId, siteId))),
  });

export const submitClosing = ({ occurrenceId, siteId, ...found }: SubmitClosing) =>
  body(
    rest.POST('/api/v1/occurrences/{occurrenceId}/closing/{siteId}', {
      ...at(occurrenceId, siteId),
      body: found,
    }),
  );

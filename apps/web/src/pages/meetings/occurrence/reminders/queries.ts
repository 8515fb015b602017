import { body } from '@diemcau/client/rest';
import { queryOptions } from '@tanstack/react-query';
import { rest } from '../../../../api/rest';
import { meetingsKey } from '../queries';

export const remindersQuery = (occurrenceId: string) =>
  queryOptions({
    queryKey: [...meetingsKey, 'one', occurrenceId, 'reminders'],
    queryFn: () =>
      body(rest.GET('/api/v1/occurrences/{occurrenceId}/reminders', { params: { path: { occurrenceId } } })),
    // They are sent by themselves.
    refetchInterval: 60_000,
  });

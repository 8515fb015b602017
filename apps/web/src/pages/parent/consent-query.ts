import { body } from '@diemcau/client/rest';
import { queryOptions } from '@tanstack/react-query';
import { rest } from '../../api/rest';

/** What parents agree to, in the words of today. */
export const consentQuery = () =>
  queryOptions({
    queryKey: ['guardians', 'consent'],
    queryFn: () => body(rest.GET('/api/v1/guardians/consent')),
    staleTime: 60_000,
  });

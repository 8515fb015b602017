import { body } from '@diemcau/client/rest';
import { queryOptions } from '@tanstack/react-query';
import { rest } from './rest';

/** Looked at again every half minute, so that the numbers of those who wait are true. */
export const myRoomsQuery = () =>
  queryOptions({
    queryKey: ['my-rooms'],
    queryFn: () => body(rest.GET('/api/v1/rooms')),
    refetchInterval: 30_000,
  });

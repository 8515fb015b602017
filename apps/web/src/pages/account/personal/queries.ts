import { body } from '@diemcau/client/rest';
import { queryOptions } from '@tanstack/react-query';
import { rest } from '../../../api/rest';

/** Looked at more often while something is being made. */
export const ownRequestsQuery = (userId: string) =>
  queryOptions({
    queryKey: ['me', 'privacy', userId],
    queryFn: () => body(rest.GET('/api/v1/privacy/requests', { params: { query: { userId, limit: 50 } } })),
    refetchInterval: ({ state }) =>
      state.data?.items.some((one) => one.state === 'running' || one.state === 'waiting') ? 5000 : false,
  });

export const kindsQuery = () =>
  queryOptions({
    queryKey: ['privacy', 'kinds'],
    queryFn: () => body(rest.GET('/api/v1/privacy/kinds')),
    staleTime: 300_000,
  });

export const askForArchive = () => body(rest.POST('/api/v1/privacy/archives', { body: {} }));

export const askForErasure = (userName: string, reason: string) =>
  body(rest.POST('/api/v1/privacy/erasures', { body: { userName, ...(reason !== '' && { reason }) } }));

export const withdrawRequest = (requestId: string) =>
  body(rest.POST('/api/v1/privacy/requests/{requestId}/withdraw', { params: { path: { requestId } } }));

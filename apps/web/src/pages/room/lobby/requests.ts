import { body } from '@diemcau/client/rest';
import { queryOptions } from '@tanstack/react-query';
import { rest } from '../../../api/rest';

export const admit = (entryId: string) =>
  body(rest.POST('/api/v1/entries/{entryId}/admit', { params: { path: { entryId } } }));

export const refuse = (entryId: string, reason: string) =>
  body(rest.POST('/api/v1/entries/{entryId}/refuse', { params: { path: { entryId } }, body: { reason } }));

export const admitInvited = (roomId: string) =>
  body(rest.POST('/api/v1/rooms/{roomId}/entries/admit-invited', { params: { path: { roomId } } }));

export const setLock = (roomId: string, locked: boolean) =>
  body(rest.PUT('/api/v1/rooms/{roomId}/lock', { params: { path: { roomId } }, body: { locked } }));

/** A finished test never changes. */
export const lineTestQuery = (lineTestId: string) =>
  queryOptions({
    queryKey: ['line-test', lineTestId],
    queryFn: () => body(rest.GET('/api/v1/line-tests/{lineTestId}', { params: { path: { lineTestId } } })),
    staleTime: Infinity,
  });

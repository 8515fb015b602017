import { body, entryHeaders } from '@diemcau/client/rest';
import type { AskToEnter } from '@diemcau/contracts/meetings/lobby';
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { rest } from '../../api/rest';
import type { SavedEntry } from './saved-entry';

export const roomQuery = (slug: string) =>
  queryOptions({
    queryKey: ['room', slug],
    queryFn: () => body(rest.GET('/api/v1/rooms/{slug}', { params: { path: { slug } } })),
  });

/** @param words accents do not matter */
export const invitedUnitsQuery = (slug: string, words: string) =>
  queryOptions({
    queryKey: ['room', slug, 'units', words],
    queryFn: () =>
      body(
        rest.GET('/api/v1/rooms/{slug}/units', {
          params: { path: { slug }, query: { limit: 20, ...(words !== '' && { q: words }) } },
        }),
      ),
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  });

export async function askToEnter({ slug, ...asked }: AskToEnter): Promise<SavedEntry> {
  const entry = await body(
    rest.POST('/api/v1/rooms/{slug}/lobby', { params: { path: { slug } }, body: asked }),
  );
  return { entryId: entry.id, token: entry.token, fullName: entry.fullName };
}

const ofEntry = ({ entryId, token }: SavedEntry) => ({
  params: { path: { entryId } },
  headers: entryHeaders(token),
});

export const lookAtEntry = (entry: SavedEntry) => body(rest.GET('/api/v1/entries/{entryId}', ofEntry(entry)));

export const withdrawEntry = (entry: SavedEntry) =>
  body(rest.POST('/api/v1/entries/{entryId}/withdraw', ofEntry(entry)));

export const guestTicket = (entry: SavedEntry) =>
  body(rest.POST('/api/v1/entries/{entryId}/ticket', ofEntry(entry)));

export const memberTicket = (roomId: string) =>
  body(rest.POST('/api/v1/rooms/{roomId}/ticket', { params: { path: { roomId } } }));

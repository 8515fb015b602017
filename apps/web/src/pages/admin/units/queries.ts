import { body } from '@diemcau/client/rest';
import type { RecordUnitEvent, UnitEvent } from '@diemcau/contracts/identity/unit-events';
import type { Unit } from '@diemcau/contracts/identity/units';
import { queryOptions } from '@tanstack/react-query';
import { rest } from '../../../api/rest';

/** All pages of a list that is known to be small enough to be shown at once. */
async function everyPage<T>(
  page: (cursor?: string) => Promise<{ items: T[]; nextCursor: string | null }>,
  most: number,
): Promise<T[]> {
  const items: T[] = [];
  let cursor: string | null | undefined;
  do {
    const next: { items: T[]; nextCursor: string | null } = await page(cursor ?? undefined);
    items.push(...next.items);
    cursor = next.nextCursor;
  } while (cursor && items.length < most);
  return items;
}

/** A date, or null for today; whether closed units are shown too. */
export interface TreeView {
  readonly on: string | null;
  readonly closed: boolean;
}
const asked = ({ on, closed }: TreeView) => ({
  limit: 200,
  ...(on !== null && { on }),
  ...(closed && { includeClosed: true }),
});

/** What stands at the top: the province, and before a merger of provinces each of them. */
export const rootsQuery = (view: TreeView) =>
  queryOptions({
    queryKey: ['admin', 'units', 'roots', view],
    queryFn: async (): Promise<Unit[]> => {
      const query = { ...asked(view), type: 'department' };
      const found = await everyPage(
        (cursor) =>
          body(rest.GET('/api/v1/units', { params: { query: { ...query, ...(cursor && { cursor }) } } })),
        400,
      );
      return found.filter(({ parentId }) => parentId === null);
    },
  });

export const childrenQuery = (unitId: string, view: TreeView) =>
  queryOptions({
    queryKey: ['admin', 'units', 'children', unitId, view],
    queryFn: (): Promise<Unit[]> =>
      everyPage(
        (cursor) =>
          body(
            rest.GET('/api/v1/units/{unitId}/children', {
              params: { path: { unitId }, query: { ...asked(view), ...(cursor && { cursor }) } },
            }),
          ),
        4000,
      ),
    staleTime: 30_000,
  });

/** Everything that happened and is planned, for the marks of the time line. */
export const allEventsQuery = () =>
  queryOptions({
    queryKey: ['admin', 'units', 'events', 'all'],
    queryFn: (): Promise<UnitEvent[]> =>
      everyPage(
        (cursor) =>
          body(
            rest.GET('/api/v1/unit-events', { params: { query: { limit: 200, ...(cursor && { cursor }) } } }),
          ),
        4000,
      ),
    staleTime: 30_000,
  });

export const historyQuery = (unitId: string) =>
  queryOptions({
    queryKey: ['admin', 'units', 'history', unitId],
    queryFn: () => body(rest.GET('/api/v1/units/{unitId}/history', { params: { path: { unitId } } })),
  });

export const reportQuery = (unitId: string, on: string) =>
  queryOptions({
    queryKey: ['admin', 'units', 'report', unitId, on],
    queryFn: () =>
      body(rest.GET('/api/v1/units/{unitId}/report', { params: { path: { unitId }, query: { on } } })),
  });

export const previewQuery = (event: RecordUnitEvent) =>
  queryOptions({
    queryKey: ['admin', 'units', 'preview', event],
    queryFn: () => body(rest.POST('/api/v1/unit-events/preview', { body: event })),
    staleTime: 0,
    gcTime: 0,
  });

export const recordEvent = (event: RecordUnitEvent): Promise<UnitEvent> =>
  body(rest.POST('/api/v1/unit-events', { body: event }));

export const cancelEvent = (eventId: string): Promise<UnitEvent> =>
  body(rest.DELETE('/api/v1/unit-events/{eventId}', { params: { path: { eventId } } }));

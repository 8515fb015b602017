import { body } from '@diemcau/client/rest';
import type { SiteLine } from '@diemcau/contracts/meetings/sites';
import { queryOptions } from '@tanstack/react-query';
import { rest } from '../../../../api/rest';

const pageSize = 200;

/** Divisions of who holds the meeting, as many as one answer has. */
export const divisionsQuery = (ownerId: string | null) =>
  queryOptions({
    queryKey: ['work', 'divisions', ownerId],
    queryFn: () =>
      body(
        rest.GET('/api/v1/units', {
          params: { query: { parentId: ownerId ?? '', type: 'division', limit: pageSize } },
        }),
      ),
    enabled: ownerId !== null,
  });

/** All sites of the unit and of everything below it that the caller sees, but the retired ones; page by page. */
export async function sitesBelow(unitId: string): Promise<SiteLine[]> {
  const found: SiteLine[] = [];
  let cursor: string | null = null;
  do {
    const page = await pageAfter(unitId, cursor);
    found.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor !== null);
  return found;
}

const pageAfter = (unitId: string, cursor: string | null) =>
  body(
    rest.GET('/api/v1/sites', {
      params: { query: { unitId, limit: pageSize, ...(cursor !== null && { cursor }) } },
    }),
  );

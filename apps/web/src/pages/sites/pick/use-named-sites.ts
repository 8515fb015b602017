import { body } from '@diemcau/client/rest';
import type { SiteLine } from '@diemcau/contracts/meetings/sites';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { rest } from '../../../api/rest';

const pageSize = 200;
/** 2,000 sites: past it a name is worth less than the waiting. */
const mostPages = 10;

/** What is known of the sites that a form names: those just picked, and those it was opened with, page by page until found. */
export function useNamedSites(siteIds: readonly string[]): {
  readonly of: (siteId: string) => SiteLine | undefined;
  readonly learn: (sites: readonly SiteLine[]) => void;
} {
  const [picked, setPicked] = useState<ReadonlyMap<string, SiteLine>>(new Map());
  // Picking more asks nothing anew.
  const [first] = useState(() => [...siteIds].toSorted());
  const unknown = siteIds.some((id) => !picked.has(id) && !first.includes(id))
    ? [...siteIds].toSorted()
    : first;
  const { data } = useQuery({
    queryKey: ['work', 'sites', 'named', unknown],
    queryFn: () => named(unknown),
    enabled: unknown.length > 0,
  });
  return {
    of: (siteId) => picked.get(siteId) ?? data?.get(siteId),
    learn: (sites) =>
      setPicked((before) => new Map([...before, ...sites.map((site) => [site.id, site] as const)])),
  };
}

async function named(siteIds: readonly string[]): Promise<Map<string, SiteLine>> {
  const found = new Map<string, SiteLine>();
  const wanted = new Set(siteIds);
  let cursor: string | undefined;
  for (let page = 0; page < mostPages; page++) {
    const { items, nextCursor } = await pageAfter(cursor);
    for (const site of items) if (wanted.has(site.id)) found.set(site.id, site);
    cursor = nextCursor ?? undefined;
    if (found.size === wanted.size || cursor === undefined) break;
  }
  return found;
}

const pageAfter = (cursor: string | undefined) =>
  body(
    rest.GET('/api/v1/sites', {
      params: { query: { limit: pageSize, includeRetired: true, ...(cursor && { cursor }) } },
    }),
  );

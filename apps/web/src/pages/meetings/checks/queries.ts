import { body } from '@diemcau/client/rest';
import type { CampaignLine } from '@diemcau/contracts/meetings/checks';
import type { DeviceFindings } from '@diemcau/contracts/meetings/checks-test';
import { queryOptions } from '@tanstack/react-query';
import { type List, useList } from '../../../admin/table/use-list';
import { rest } from '../../../api/rest';

export const checksKey = ['work', 'checks'] as const;
/** A board is looked at while sites check. */
const freshEveryMs = 10_000;

export const useCampaigns = (): List<CampaignLine> =>
  useList({
    key: [...checksKey, 'list'],
    fetch: ({ q: _words, ...page }) => body(rest.GET('/api/v1/checks', { params: { query: page } })),
  });

export const owedQuery = queryOptions({
  queryKey: [...checksKey, 'mine'],
  queryFn: () => body(rest.GET('/api/v1/checks/mine')),
});

export const boardQuery = (occurrenceId: string) =>
  queryOptions({
    queryKey: [...checksKey, 'board', occurrenceId],
    queryFn: () =>
      body(rest.GET('/api/v1/occurrences/{occurrenceId}/checks', { params: { path: { occurrenceId } } })),
    refetchInterval: freshEveryMs,
  });

export const operatorsQuery = (unitId: string) =>
  queryOptions({
    queryKey: ['admin', 'roster', 'of', unitId],
    queryFn: () => body(rest.GET('/api/v1/roster', { params: { query: { unitId, limit: 20 } } })),
  });

const at = (occurrenceId: string) => ({ params: { path: { occurrenceId } } });
const atSite = (occurrenceId: string, siteId: string) => ({
  params: { path: { occurrenceId, siteId } },
});

export const openChecks = (occurrenceId: string) =>
  body(rest.POST('/api/v1/occurrences/{occurrenceId}/checks/open', at(occurrenceId)));
export const closeChecks = (occurrenceId: string) =>
  body(rest.POST('/api/v1/occurrences/{occurrenceId}/checks/close', at(occurrenceId)));
export const askAgain = ({ occurrenceId, siteId }: { occurrenceId: string; siteId: string }) =>
  body(rest.POST('/api/v1/occurrences/{occurrenceId}/checks/{siteId}/retest', atSite(occurrenceId, siteId)));
export const linkTo = ({ occurrenceId, siteId }: { occurrenceId: string; siteId: string }) =>
  body(rest.POST('/api/v1/occurrences/{occurrenceId}/checks/{siteId}/link', atSite(occurrenceId, siteId)));

/** How an operator reaches the one check: with an account, or with a signed link. */
export interface Door {
  readonly key: readonly unknown[];
  readonly look: () => ReturnType<typeof lookAt>;
  readonly begin: () => ReturnType<typeof lookAt>;
  /** A ticket to measure sound and picture. */
  readonly mirror: () => Promise<{ ticket: string }>;
  readonly submit: (attempt: number, findings: DeviceFindings) => ReturnType<typeof lookAt>;
}

const lookAt = (occurrenceId: string, siteId: string) =>
  body(
    rest.GET('/api/v1/occurrences/{occurrenceId}/checks/{siteId}', {
      params: { path: { occurrenceId, siteId } },
    }),
  );

export const doorOf = (occurrenceId: string, siteId: string): Door => ({
  key: [...checksKey, 'own', occurrenceId, siteId],
  look: () => lookAt(occurrenceId, siteId),
  begin: () =>
    body(rest.POST('/api/v1/occurrences/{occurrenceId}/checks/{siteId}/begin', atSite(occurrenceId, siteId))),
  mirror: () =>
    body(
      rest.POST('/api/v1/occurrences/{occurrenceId}/checks/{siteId}/mirror', atSite(occurrenceId, siteId)),
    ),
  submit: (attempt, findings) =>
    body(
      rest.POST('/api/v1/occurrences/{occurrenceId}/checks/{siteId}/result', {
        params: { path: { occurrenceId, siteId } },
        body: { ...findings, attempt },
      }),
    ),
});

/** The token goes into a header, never into an address. */
export function doorOfLink(token: string): Door {
  const headers = { authorization: `Entry ${token}` };
  return {
    key: [...checksKey, 'link'],
    look: () => body(rest.GET('/api/v1/check-link', { headers })),
    begin: () => body(rest.POST('/api/v1/check-link/begin', { headers })),
    mirror: () => body(rest.POST('/api/v1/check-link/mirror', { headers })),
    submit: (attempt, findings) =>
      body(rest.POST('/api/v1/check-link/result', { headers, body: { ...findings, attempt } })),
  };
}

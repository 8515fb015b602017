import { body } from '@diemcau/client/rest';
import { queryOptions } from '@tanstack/react-query';
import { rest } from '../../api/rest';
import { meetingsKey } from '../meetings/occurrence/queries';

const dayMs = 86_400_000;
const minuteMs = 60_000;
/** The same for a minute, so that drawing the page again asks nothing anew. */
const now = (): number => Math.floor(Date.now() / minuteMs) * minuteMs;

export const upcomingQuery = () =>
  queryOptions({
    queryKey: [...meetingsKey, 'today', 'upcoming'],
    queryFn: () => {
      const [from, to] = [new Date(now()), new Date(now() + 14 * dayMs)].map((at) => at.toISOString());
      return body(
        rest.GET('/api/v1/occurrences', {
          params: { query: { limit: 12, ...(from && { from }), ...(to && { to }) } },
        }),
      );
    },
  });
export const conflictsQuery = () =>
  queryOptions({
    queryKey: [...meetingsKey, 'today', 'conflicts'],
    queryFn: () =>
      body(
        rest.GET('/api/v1/occurrences', {
          params: {
            query: { limit: 5, conflicted: true, state: 'draft', from: new Date(now()).toISOString() },
          },
        }),
      ),
  });
export const owedQuery = () =>
  queryOptions({
    queryKey: [...meetingsKey, 'today', 'owed'],
    queryFn: () => body(rest.GET('/api/v1/checklist', { params: { query: { mine: true, limit: 8 } } })),
  });
export const toDecideQuery = () =>
  queryOptions({
    queryKey: [...meetingsKey, 'today', 'toDecide'],
    queryFn: () =>
      body(rest.GET('/api/v1/meeting-requests', { params: { query: { view: 'toDecide', limit: 8 } } })),
  });

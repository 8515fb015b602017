import { Problem } from '@diemcau/client/problem';
import { body } from '@diemcau/client/rest';
import type { OccurrenceLine } from '@diemcau/contracts/meetings/occurrences';
import type { OccurrenceAction } from '@diemcau/contracts/meetings/occurrences-parts';
import { queryOptions } from '@tanstack/react-query';
import { rest } from '../../../api/rest';
import { meetingsKey } from '../../meetings/occurrence/queries';
import { begun, pastTheirEnd, unsettled } from './overdue';

const dayMs = 86_400_000;
const daysBack = 30;
/** Of how many the server is asked what the caller may do with them. */
const mostAsked = 20;

export interface Overdue {
  readonly meeting: OccurrenceLine;
  readonly actions: readonly OccurrenceAction[];
  /** Of the meeting's unit; only asked for where the actions do not tell who writes it. */
  readonly unitPath: readonly string[] | null;
}

/** What ended by its times in the last 30 days and stands open all the same. */
export const overdueQuery = () =>
  queryOptions({
    queryKey: [...meetingsKey, 'today', 'overdue'],
    queryFn: async () => {
      const now = Date.now();
      const [from, to] = [now - daysBack * dayMs, now].map((at) => new Date(at).toISOString());
      const pages = await Promise.all(
        unsettled.map((state) =>
          body(
            rest.GET('/api/v1/occurrences', {
              params: { query: { state, limit: 200, ...(from && { from }), ...(to && { to }) } },
            }),
          ),
        ),
      );
      const past = pastTheirEnd(
        pages.flatMap(({ items }) => items),
        now,
      ).slice(0, mostAsked);
      return Promise.all(past.map(askedAbout));
    },
  });

async function askedAbout(meeting: OccurrenceLine): Promise<Overdue> {
  const { id: occurrenceId, unitId } = meeting;
  const { actions } = await body(
    rest.GET('/api/v1/occurrences/{occurrenceId}', { params: { path: { occurrenceId } } }),
  );
  const unclear = begun(meeting) && !actions.includes('end');
  return { meeting, actions, unitPath: unclear ? await pathOf(unitId) : null };
}

/** Null for a unit of another province, where the caller writes nothing. */
const pathOf = (unitId: string): Promise<readonly string[] | null> =>
  body(rest.GET('/api/v1/units/{unitId}', { params: { path: { unitId } } })).then(
    ({ path }) => path,
    (error: unknown) => {
      if (error instanceof Problem && error.status === 404) return null;
      throw error;
    },
  );

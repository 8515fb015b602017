import type { MissedCause } from '@diemcau/contracts/meetings/open-dates';
import type { PlannedDate } from '@diemcau/contracts/meetings/recurrence';
import type { EntityManager } from 'typeorm';
import type { Day } from '../recurrence/days.js';
import { instantOf } from '../recurrence/zones.js';
import type { Behind } from './behind.js';

/** A date with when it begins, or would begin. */
export interface Timed {
  readonly nominal: Day;
  readonly startsAt: string;
  readonly reason: PlannedDate['reason'];
}

/** Those that are held. */
export const timedOf = (dates: readonly PlannedDate[]): Timed[] =>
  dates.flatMap(({ nominal, startsAt, reason }) =>
    startsAt === null ? [] : [{ nominal, startsAt, reason }],
  );

/** Those that wait for a decision, with when they would begin if they were held as the rule gives them. */
export const undecidedOf = (
  { startsAt, zone }: Pick<Behind, 'startsAt' | 'zone'>,
  dates: readonly PlannedDate[],
): Timed[] =>
  dates
    .filter(({ outcome }) => outcome === 'waiting')
    .map(({ nominal, reason }) => ({
      nominal,
      startsAt: instantOf(nominal, startsAt, zone).toISOString(),
      reason,
    }));

/** A meeting that its series itself left open is no answer to what becomes of its date. $1 the series */
const made = `SELECT FROM occurrences WHERE series_id = $1 AND nominal_date = date.nominal
  AND NOT (state = 'postponed' AND by_series)`;

/** Nobody can be invited to what has begun: it is written down, not made. */
export async function noteMissed(
  manager: EntityManager,
  seriesId: string,
  dates: readonly Pick<Timed, 'nominal' | 'startsAt'>[],
  cause: MissedCause,
  now: Date,
): Promise<void> {
  if (dates.length === 0) return;
  await manager.query(
    `INSERT INTO missed_dates (series_id, nominal_date, starts_at, found_at, cause)
     SELECT $1, date.nominal, date.starts_at, $4, $5
     FROM unnest($2::date[], $3::timestamptz[]) AS date (nominal, starts_at)
     WHERE NOT EXISTS (${made})
     ON CONFLICT (series_id, nominal_date) DO UPDATE
     SET starts_at = EXCLUDED.starts_at, found_at = EXCLUDED.found_at, cause = EXCLUDED.cause
     WHERE missed_dates.starts_at <> EXCLUDED.starts_at`,
    [seriesId, dates.map(({ nominal }) => nominal), dates.map(({ startsAt }) => startsAt), now, cause],
  );
}

/** What waits between two days, both included; what waited there before and does no more is forgotten. */
export async function noteWaiting(
  manager: EntityManager,
  seriesId: string,
  between: readonly [Day, Day],
  dates: readonly Timed[],
): Promise<void> {
  await manager.query(
    `DELETE FROM waiting_dates WHERE series_id = $1 AND nominal_date BETWEEN $2 AND $3 AND nominal_date <> ALL ($4::date[])`,
    [seriesId, ...between, dates.map(({ nominal }) => nominal)],
  );
  if (dates.length === 0) return;
  await manager.query(
    `INSERT INTO waiting_dates (series_id, nominal_date, starts_at, reason)
     SELECT $1, date.nominal, date."startsAt", nullif(date.reason, 'null')
     FROM jsonb_to_recordset($2::jsonb) AS date (nominal date, "startsAt" timestamptz, reason jsonb)
     WHERE NOT EXISTS (${made})
     ON CONFLICT (series_id, nominal_date) DO UPDATE SET starts_at = EXCLUDED.starts_at, reason = EXCLUDED.reason`,
    [seriesId, JSON.stringify(dates)],
  );
}

/** $1 now. What was decided a moment ago is not missed: whoever makes meetings makes it, or notes that it is too late. */
export const missUndecided = `
  WITH over AS (DELETE FROM waiting_dates WHERE starts_at <= $1 RETURNING series_id, nominal_date, starts_at)
  INSERT INTO missed_dates (series_id, nominal_date, starts_at, found_at, cause)
  SELECT over.series_id, over.nominal_date, over.starts_at, $1, 'undecided'
  FROM over JOIN series ON series.id = over.series_id
  WHERE series.state = 'active' AND over.nominal_date <= coalesce(series.until_day, over.nominal_date)
    AND NOT EXISTS (SELECT FROM series_choices choice WHERE choice.series_id = over.series_id
      AND choice.nominal = over.nominal_date AND choice.choice <> 'ask')
  ON CONFLICT (series_id, nominal_date) DO UPDATE
  SET starts_at = EXCLUDED.starts_at, found_at = EXCLUDED.found_at, cause = EXCLUDED.cause`;

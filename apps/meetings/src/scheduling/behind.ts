import type { SeriesToMake } from '../occurrences/made-rows.js';
import { type Day, plusDays } from '../recurrence/days.js';
import type { SeriesTimesRow } from '../series/series-times.js';

/** How far ahead meetings exist, in days from today's date in the series' zone (HB-7.1). */
export const horizonDays = 90;

/** A series with dates to be made. */
export interface Behind extends SeriesTimesRow, SeriesToMake {
  readonly zone: string;
  readonly madeUntil: Day | null;
  readonly horizon: Day;
  /** When it was approved. */
  readonly activeSince: Date;
}

const horizon = `(($1::timestamptz AT TIME ZONE series.zone)::date + ${horizonDays})`;
const isBehind = `series.state = 'active' AND (series.made_until IS NULL OR series.made_until < ${horizon})`;

/**
 * Those of one unit beside each other: they tend to want the same sites, and who makes them together holds these once. $1 now,
 * $2 how many at most, $3 what failed already. What another replica is at is left to it.
 */
export const someBehind = `
  SELECT series.id FROM series WHERE ${isBehind} AND series.id <> ALL ($3::uuid[])
  ORDER BY series.unit_id, series.id LIMIT $2 FOR NO KEY UPDATE SKIP LOCKED`;

/** The sites of series, held in one order by everybody: who makes series does not wait for each other in a circle. $1 their ids */
export const holdSitesOf = `
  SELECT id FROM sites WHERE id IN (
    SELECT (site->>'siteId')::uuid FROM series, jsonb_array_elements(template->'sites') site WHERE series.id = ANY ($1::uuid[]))
  ORDER BY id FOR NO KEY UPDATE`;

/** Holds them, in one order everywhere. $1 now, $2 their ids. @param times columns of their times */
export const holdBehind = (times: string): string => `
  SELECT ${times}, series.unit_id AS "unitId", series.unit_path AS "unitPath", series.unit_name AS "unitName",
    series.level, series.kind, series.title, series.template, series.made_until::text AS "madeUntil",
    series.active_since AS "activeSince", ${horizon}::text AS horizon
  FROM series WHERE ${isBehind} AND series.id = ANY ($2::uuid[])
  ORDER BY series.id FOR NO KEY UPDATE OF series SKIP LOCKED`;

/** Dates that somebody moved from beyond the horizon to before it, and that are not made. $1 ids of series, $2 the horizon */
export const broughtForward = `
  SELECT series_id AS "seriesId", nominal::text FROM series_choices choice
  WHERE series_id = ANY ($1::uuid[]) AND choice.choice = 'move' AND nominal > $2 AND day <= $2
    AND NOT EXISTS (SELECT FROM occurrences made
                    WHERE made.series_id = choice.series_id AND made.nominal_date = choice.nominal)
  ORDER BY series_id, nominal`;

/** The first nominal date that is not made. */
export const firstToMake = ({ madeUntil, firstDay, fromDay }: Behind): Day => {
  if (madeUntil !== null) return plusDays(madeUntil, 1);
  return fromDay !== null && fromDay > firstDay ? fromDay : firstDay;
};

/** Those for which the same days are to be made. */
export function alike(series: readonly Behind[]): [Behind, ...Behind[]][] {
  const groups = new Map<string, [Behind, ...Behind[]]>();
  for (const one of series) {
    const days = `${firstToMake(one)} ${one.horizon}`;
    const group = groups.get(days);
    if (group) group.push(one);
    else groups.set(days, [one]);
  }
  return [...groups.values()];
}

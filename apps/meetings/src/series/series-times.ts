import type { ShiftPolicy } from '@diemcau/contracts/meetings/vocabulary';
import type { Day } from '../recurrence/days.js';
import type { WallTime } from '../recurrence/zones.js';

/** What is needed of a series to know its dates. */
export interface SeriesTimesRow {
  readonly id: string;
  readonly provinceId: string;
  readonly rule: string;
  readonly firstDay: Day;
  readonly startsAt: WallTime;
  readonly durationMin: number;
  readonly zone: string;
  readonly shift: ShiftPolicy;
  readonly fromDay: Day | null;
  readonly untilDay: Day | null;
}

/** Of {@link SeriesTimesRow}, from a table `series`. */
export const timesColumns = `series.id, series.unit_path[1] AS "provinceId", series.rule,
  series.first_day::text AS "firstDay", to_char(series.starts_at, 'HH24:MI') AS "startsAt",
  series.duration_min AS "durationMin", series.zone, series.shift, series.from_day::text AS "fromDay",
  series.until_day::text AS "untilDay"`;

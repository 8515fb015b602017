import { Failure } from '@diemcau/contracts/core/failure';
import { seriesErrors } from '@diemcau/contracts/meetings/series-errors';
import { type Day, daysInMonth } from '../recurrence/days.js';
import type { SeriesTimesRow } from './series-times.js';

/** A year, or a month of it. */
export interface PlanPeriod {
  readonly year: number;
  readonly month: number | null;
}

const two = (n: number): string => String(n).padStart(2, '0');

export const firstDayOf = ({ year, month }: PlanPeriod): Day => `${year}-${two(month ?? 1)}-01`;
export const lastDayOf = ({ year, month }: PlanPeriod): Day =>
  `${year}-${two(month ?? 12)}-${two(daysInMonth(year, month ?? 12))}`;

/** @throws Failure `series.afterPlan`: a first day before the plan is where the rule is counted from, one after it is a slip */
export function refuseAfter(period: PlanPeriod, firstDay: Day): void {
  const last = lastDayOf(period);
  if (firstDay > last) throw new Failure(seriesErrors.afterPlan, { firstDay, last });
}

/**
 * A line of a plan has the nominal dates of the plan's period only: those before and after are other plans'.
 * @throws Failure as {@link refuseAfter}
 */
export function withinPlan<T extends Pick<SeriesTimesRow, 'firstDay' | 'fromDay' | 'untilDay'>>(
  times: T,
  period: PlanPeriod | null,
): T {
  if (period === null) return times;
  const { firstDay, fromDay, untilDay } = times;
  refuseAfter(period, firstDay);
  const [first, last] = [firstDayOf(period), lastDayOf(period)];
  return {
    ...times,
    fromDay: firstDay < first && (fromDay ?? first) <= first ? first : fromDay,
    untilDay: untilDay !== null && untilDay < last ? untilDay : last,
  };
}

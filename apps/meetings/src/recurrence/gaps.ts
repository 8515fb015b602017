import type { Gap } from '@diemcau/contracts/meetings/recurrence';
import { type Day, daysInMonth } from './days.js';
import { Expansion, type Recurring } from './expansion.js';
import { parseRule, type Rule } from './rule.js';
import { isSkipped, isSteady } from './zones.js';

/** Most that are listed. */
const most = 200;

/**
 * Months between two days in which the day that a rule asks for does not exist, and days on which clocks skip the hour: RFC
 * 5545 leaves these out without a word, and people wonder (3.3.10).
 */
export function gapsBetween(recurring: Recurring, from: Day, to: Day): Gap[] {
  const rule = parseRule(recurring.rule);
  const days = monthDaysOf(rule, recurring.firstDay);
  const missing = days.length === 0 ? [] : missingDays(rule, days, recurring.firstDay, from, to);
  return [...missing, ...skippedHours(recurring, from, to)].slice(0, most);
}

/** Which days of months are asked for, as far as months without them are a surprise. */
function monthDaysOf(
  { freq, byDay, byMonthDay, byYearDay, byWeekNo, bySetPos }: Rule,
  firstDay: Day,
): number[] {
  if (freq !== 'MONTHLY' && freq !== 'YEARLY') return [];
  if (byDay || byYearDay || byWeekNo || bySetPos) return [];
  return (byMonthDay ?? [Number(firstDay.slice(8))]).filter((day) => Math.abs(day) > 28);
}

function missingDays(rule: Rule, days: number[], firstDay: Day, from: Day, to: Day): Gap[] {
  const [first, begin, end] = [firstDay, from, to].map(monthNumber) as [number, number, number];
  const gaps: Gap[] = [];
  for (let at = Math.max(first, begin); at <= end && gaps.length < most; at++) {
    const [year, month] = [Math.floor(at / 12), (at % 12) + 1];
    if (!isAsked(rule, at - first, month, firstDay)) continue;
    for (const monthDay of days) {
      if (Math.abs(monthDay) > daysInMonth(year, month))
        gaps.push({ kind: 'noSuchDay', year, month, monthDay });
    }
  }
  return gaps;
}

const monthNumber = (day: Day): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;

function isAsked(
  { freq, interval, byMonth, byMonthDay }: Rule,
  since: number,
  month: number,
  firstDay: Day,
): boolean {
  const firstMonth = Number(firstDay.slice(5, 7));
  if (freq === 'MONTHLY') return since % interval === 0 && (byMonth?.includes(month) ?? true);
  const years = Math.floor((since + firstMonth - 1) / 12);
  // FREQ=YEARLY;BYMONTHDAY=31 means every month's.
  const months = byMonth ?? (byMonthDay ? [month] : [firstMonth]);
  return years % interval === 0 && months.includes(month);
}

/** Only of rules that would have had a date there; clocks are changed twice a year at most. */
function skippedHours({ rule, firstDay, startsAt, zone }: Recurring, from: Day, to: Day): Gap[] {
  if (isSteady(zone, firstDay)) return [];
  const inUtc = new Expansion({ rule, firstDay, startsAt, zone: 'UTC' });
  return inUtc
    .between(from, to)
    .filter((day) => isSkipped(day, startsAt, zone))
    .map((day) => ({
      kind: 'noSuchTime' as const,
      year: Number(day.slice(0, 4)),
      month: Number(day.slice(5, 7)),
      monthDay: Number(day.slice(8)),
    }));
}

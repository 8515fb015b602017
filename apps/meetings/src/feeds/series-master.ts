import type { Recurrence } from '../ical/event.js';
import { Expansion } from '../recurrence/expansion.js';
import { instantOf } from '../recurrence/zones.js';
import type { SeriesOfFeed } from './feed-row.js';

export interface Master {
  readonly recurrence: Recurrence;
  /** When the first of its dates begins by the rule. */
  readonly start: Date;
  /** The dates of the rule that there is a meeting for; it is told apart by RECURRENCE-ID. */
  readonly days: ReadonlySet<string>;
}

/** More dates than that are no calendar any more. */
const mostDays = 1000;

/**
 * The recurring event that a calendar's meetings of one series belong to: the rule from the first of them to the last, without
 * the dates that have none. Null where the rule does not give these dates any more.
 */
export function masterOf(series: SeriesOfFeed, nominalDays: readonly string[]): Master | null {
  const wanted = [...new Set(nominalDays)].toSorted();
  const [first, last] = [wanted[0], wanted.at(-1)];
  if (first === undefined || last === undefined) return null;
  try {
    const own = new Set(new Expansion(series).between(first, last));
    const days = wanted.filter((day) => own.has(day));
    const [begin, end] = [days[0], days.at(-1)];
    if (begin === undefined || end === undefined) return null;
    // How calendars read it: DTSTART is the first date, whatever came before.
    const rule = withoutEnd(series.rule);
    const read = new Expansion({ ...series, rule, firstDay: begin }).between(begin, end);
    if (read.length > mostDays || days.some((day) => !read.includes(day))) return null;
    const at = (day: string): Date => instantOf(day, series.startsAt, series.zone);
    const until = at(end).toISOString().slice(0, 19).replaceAll(/[-:]/g, '');
    return {
      recurrence: {
        rule: `${rule};UNTIL=${until}Z`,
        excluded: read.filter((day) => !days.includes(day)).map(at),
      },
      start: at(begin),
      days: new Set(days),
    };
  } catch {
    // A rule that was taken before rules were read as strictly: its meetings stand for themselves.
    return null;
  }
}

/** The end of the calendar is the end of the rule in it. */
const withoutEnd = (rule: string): string =>
  rule
    .toUpperCase()
    .replace(/^RRULE:/, '')
    .split(';')
    .filter((part) => !/^(COUNT|UNTIL)=/.test(part))
    .join(';');

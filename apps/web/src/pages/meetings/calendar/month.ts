import { dayOf } from '../../../admin/dates/format';

const dayMs = 86_400_000;
const noon = (day: string): number => Date.parse(`${day}T12:00:00Z`);
const dayAt = (ms: number): string => new Date(ms).toISOString().slice(0, 10);

export interface Month {
  /** `2026-12` */
  readonly name: string;
  /** Whole weeks from Monday to Sunday, `YYYY-MM-DD` each. */
  readonly weeks: readonly (readonly string[])[];
  readonly before: string;
  readonly after: string;
}

const isMonth = (text: string | undefined): text is string =>
  text !== undefined && /^\d{4}-(0[1-9]|1[0-2])$/.test(text);

/** The month as calendars show it: with the days of others that fill its weeks. */
export function monthOf(wanted: string | undefined, today: string): Month {
  const name = isMonth(wanted) ? wanted : today.slice(0, 7);
  const first = noon(`${name}-01`);
  const [year = 0, month = 0] = name.split('-').map(Number);
  const last = Date.UTC(year, month, 0, 12);
  const monday = first - ((new Date(first).getUTCDay() + 6) % 7) * dayMs;
  const count = Math.ceil((last - monday + dayMs) / (7 * dayMs));
  const weeks = Array.from({ length: count }, (_, week) =>
    Array.from({ length: 7 }, (_unused, day) => dayAt(monday + (week * 7 + day) * dayMs)),
  );
  return { name, weeks, before: dayAt(first - dayMs).slice(0, 7), after: dayAt(last + dayMs).slice(0, 7) };
}

/** Of every day on which something begins. */
export function byDay<T extends { readonly startsAt: string }>(meetings: readonly T[]): Map<string, T[]> {
  const days = new Map<string, T[]>();
  for (const meeting of meetings) {
    const day = dayOf(meeting.startsAt);
    days.set(day, [...(days.get(day) ?? []), meeting]);
  }
  return days;
}

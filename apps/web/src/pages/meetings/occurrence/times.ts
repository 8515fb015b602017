import { dayOf, formatInstant } from '../../../admin/dates/format';

/** A meeting's times as a form has them: wall time in Vietnam, which has no summer time. */
export interface Times {
  readonly day: string | null;
  readonly from: string;
  readonly to: string;
}

const clock = /^([01]\d|2[0-3]):[0-5]\d$/;
const dayMs = 86_400_000;

export const timesOf = (startsAt: string, endsAt: string): Times => ({
  day: dayOf(startsAt),
  from: formatInstant(startsAt).slice(11),
  to: formatInstant(endsAt).slice(11),
});

/** So many minutes later on the clock, 5–1440; after midnight it begins anew. What is no time stays. */
export function laterBy(time: string, minutes: number): string {
  if (!clock.test(time)) return time;
  const at = (Number(time.slice(0, 2)) * 60 + Number(time.slice(3)) + minutes) % 1440;
  const two = (n: number) => String(n).padStart(2, '0');
  return `${two(Math.floor(at / 60))}:${two(at % 60)}`;
}

/** Null while something is missing. An end before the beginning is on the next day. */
export function instantsOf({ day, from, to }: Times): { startsAt: string; endsAt: string } | null {
  if (day === null || !clock.test(from) || !clock.test(to)) return null;
  const begin = Date.parse(`${day}T${from}:00+07:00`);
  const end = Date.parse(`${day}T${to}:00+07:00`);
  const instant = (ms: number) => new Date(ms).toISOString();
  return { startsAt: instant(begin), endsAt: instant(end > begin ? end : end + dayMs) };
}

/** The day on which it ends, where that is not the day on which it begins; else null. */
export function endsLater(times: Times): string | null {
  const instants = instantsOf(times);
  const last = instants && dayOf(instants.endsAt);
  return last === times.day ? null : last;
}

/** A time by which something is due, as a form has it: wall time in Vietnam. */
export interface Due {
  readonly day: string | null;
  readonly time: string;
}

export const dueOf = (instant: string | null, usualTime: string): Due =>
  instant === null
    ? { day: null, time: usualTime }
    : { day: dayOf(instant), time: formatInstant(instant).slice(11) };

/** Null without a day or with a time that is none. */
export const instantOf = ({ day, time }: Due): string | null =>
  day === null || !clock.test(time) ? null : new Date(`${day}T${time}:00+07:00`).toISOString();

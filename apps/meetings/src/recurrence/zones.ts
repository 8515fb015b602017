import { Temporal } from 'temporal-polyfill';
import { type Day, dayMs, numberOf } from './days.js';

/** Wall time, `08:00`. */
export type WallTime = string;

/** By its IANA name. PostgreSQL, calendars and Temporal do not mean the same by `+07:00`. */
export function zoneExists(zone: string): boolean {
  if (!/^[A-Za-z]/.test(zone)) return false;
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone);
    return true;
  } catch {
    return false;
  }
}

/** Since when a zone's clocks have never been changed, and how far they are ahead of UTC, in ms; null for one that changes them. */
interface Steady {
  readonly sinceMs: number;
  readonly offsetMs: number;
}
const known = new Map<string, Steady | null>();

/** Asia/Ho_Chi_Minh has been +07:00 since 1975: what is true of it by heart needs no table of transitions. */
function steady(zone: string): Steady | null {
  const before = known.get(zone);
  if (before !== undefined) return before;
  const far = Temporal.ZonedDateTime.from({ year: 2200, month: 1, day: 1, timeZone: zone });
  const last = far.getTimeZoneTransition('previous');
  const found =
    last === null || last.year < 2000
      ? { sinceMs: last?.epochMilliseconds ?? -Infinity, offsetMs: far.offsetNanoseconds / 1_000_000 }
      : null;
  known.set(zone, found);
  return found;
}

/** Whether clocks are never changed there from that day on. */
export function isSteady(zone: string, from: Day): boolean {
  const found = steady(zone);
  return found !== null && numberOf(from) * dayMs - dayMs > found.sinceMs;
}

/** When the clocks of a zone show that time on that day: of an hour that comes twice the first, of a skipped one when they go on. */
export function instantOf(day: Day, time: WallTime, zone: string): Date {
  const found = steady(zone);
  const wallMs = Date.parse(`${day}T${time}:00Z`);
  if (found && wallMs - dayMs > found.sinceMs) return new Date(wallMs - found.offsetMs);
  return new Date(Temporal.PlainDateTime.from(`${day}T${time}`).toZonedDateTime(zone).epochMilliseconds);
}

/** Whether the clocks of a zone skip that time on that day. RFC 5545, 3.3.10: a rule gives no date then. */
export function isSkipped(day: Day, time: WallTime, zone: string): boolean {
  const wall = Temporal.PlainDateTime.from(`${day}T${time}`);
  return !wall.toZonedDateTime(zone).toPlainDateTime().equals(wall);
}

/** The day that it is there. */
export const dayIn = (zone: string, at: Date): Day =>
  Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(zone).toPlainDate().toString();

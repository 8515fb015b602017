import { Temporal } from 'temporal-polyfill';
import { wallTime } from './time.js';

/** Enough for any window of a calendar, whatever its zone does. */
const mostChanges = 20;

interface Observance {
  /** Wall time before the change. */
  readonly since: string;
  readonly fromMinutes: number;
  readonly toMinutes: number;
}

/**
 * VTIMEZONE (RFC 5545, 3.6.5) as the zone is between two instants: each change by its date, so that nobody has to know its
 * rules.
 */
export function zoneLines(zone: string, from: Date, to: Date): string[] {
  const observances = observancesOf(zone, from, to);
  const standard = Math.min(...observances.map(({ toMinutes }) => toMinutes));
  return [
    'BEGIN:VTIMEZONE',
    `TZID:${zone}`,
    ...observances.flatMap(({ since, fromMinutes, toMinutes }) => {
      const kind = toMinutes === standard ? 'STANDARD' : 'DAYLIGHT';
      return [
        `BEGIN:${kind}`,
        `DTSTART:${since}`,
        `TZOFFSETFROM:${offset(fromMinutes)}`,
        `TZOFFSETTO:${offset(toMinutes)}`,
        `TZNAME:${offset(toMinutes)}`,
        `END:${kind}`,
      ];
    }),
    'END:VTIMEZONE',
  ];
}

function observancesOf(zone: string, from: Date, to: Date): Observance[] {
  let at = Temporal.Instant.fromEpochMilliseconds(from.getTime()).toZonedDateTimeISO(zone);
  let minutes = minutesOf(at);
  const found: Observance[] = [{ since: '19700101T000000', fromMinutes: minutes, toMinutes: minutes }];
  while (found.length <= mostChanges) {
    const next = at.getTimeZoneTransition('next');
    if (!next || next.epochMilliseconds > to.getTime()) break;
    const after = minutesOf(next);
    if (after !== minutes) {
      const before = new Date(next.epochMilliseconds + minutes * 60_000);
      found.push({ since: wallTime(before, 'UTC'), fromMinutes: minutes, toMinutes: after });
    }
    [at, minutes] = [next, after];
  }
  return found;
}

const minutesOf = ({ offsetNanoseconds }: Temporal.ZonedDateTime): number =>
  Math.round(offsetNanoseconds / 60e9);

function offset(minutes: number): string {
  const [hours, rest] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60];
  return `${minutes < 0 ? '-' : '+'}${String(hours).padStart(2, '0')}${String(rest).padStart(2, '0')}`;
}

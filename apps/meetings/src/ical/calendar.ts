import { contentLine } from '@diemcau/contracts/core/content-line';
import { type CalendarEvent, eventLines } from './event.js';
import { text } from './property.js';
import { zoneLines } from './zone.js';

export interface Calendar {
  /** RFC 5546. */
  readonly method: 'REQUEST' | 'CANCEL' | 'PUBLISH';
  /** How programs call a calendar that was subscribed to; null in mails. */
  readonly name: string | null;
  readonly events: readonly CalendarEvent[];
}

/** Since then as it is today. */
const house = { zone: 'Asia/Ho_Chi_Minh', since: new Date('2000-01-01T00:00:00Z') } as const;
const yearMs = 366 * 24 * 3_600_000;

/** iCalendar (RFC 5545) as Outlook, Google and Apple take it: every zone defined, CRLF, lines of 75 octets. */
export function calendarText({ method, name, events }: Calendar): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Diem Cau//Diem Cau 1.0//VI',
    'CALSCALE:GREGORIAN',
    `METHOD:${method}`,
    ...(name === null ? [] : nameLines(name)),
    ...zonesOf(events),
    ...events.flatMap(eventLines),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${contentLine(line)}\r\n`).join('');
}

/** RFC 7986, and what was used before it. */
const nameLines = (name: string): string[] => [
  `NAME:${text(name)}`,
  `X-WR-CALNAME:${text(name)}`,
  'REFRESH-INTERVAL;VALUE=DURATION:PT1H',
  'X-PUBLISHED-TTL:PT1H',
];

/** The zone of the house where there is no event: a calendar holds at least one component (RFC 5545, 3.6). */
function zonesOf(events: readonly CalendarEvent[]): string[] {
  if (events.length === 0) return zoneLines(house.zone, house.since, house.since);
  const times = events.flatMap(({ start, end, recurrenceAt }) =>
    [start, end, recurrenceAt ?? start].map(Number),
  );
  const from = times.reduce((a, b) => Math.min(a, b), Infinity);
  const to = times.reduce((a, b) => Math.max(a, b), -Infinity);
  return [...new Set(events.map(({ zone }) => zone))].flatMap((zone) =>
    zoneLines(zone, new Date(from - yearMs), new Date(to + yearMs)),
  );
}

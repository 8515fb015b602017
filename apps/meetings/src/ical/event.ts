import { parameter, text } from './property.js';
import { utcTime, wallTime } from './time.js';

export type EventStatus = 'CONFIRMED' | 'TENTATIVE' | 'CANCELLED';
/** What somebody has answered (RFC 5545, 3.2.12). */
export type PartStat = 'NEEDS-ACTION' | 'ACCEPTED' | 'DECLINED' | 'DELEGATED';

export interface Organizer {
  readonly name: string;
  /** `mailto:…` */
  readonly address: string;
}
export interface Attendee extends Organizer {
  readonly answer: PartStat;
}

/** A recurring event that single ones with its UID replace on their dates. */
export interface Recurrence {
  /** RFC 5545, 3.3.10. */
  readonly rule: string;
  /** Dates of the rule on which there is none. */
  readonly excluded: readonly Date[];
}

export interface CalendarEvent {
  /** The same for ever; of a series, for all of its meetings. */
  readonly uid: string;
  /** Which date of the series it is: when it would have begun by the rule. */
  readonly recurrenceAt: Date | null;
  readonly recurrence: Recurrence | null;
  /** Rises with every change of time or place (I15). */
  readonly sequence: number;
  /** When it was last changed. */
  readonly stamp: Date;
  readonly start: Date;
  readonly end: Date;
  /** IANA name. */
  readonly zone: string;
  readonly status: EventStatus;
  readonly summary: string;
  readonly description: string;
  readonly location: string | null;
  readonly url: string;
  readonly organizer: Organizer | null;
  readonly attendee: Attendee | null;
  /** Minutes before the start; null for none. */
  readonly alarmMinutes: number | null;
}

/** VEVENT (RFC 5545, 3.6.1), unfolded. */
export function eventLines(event: CalendarEvent): string[] {
  const at = (name: string, time: Date): string => `${name};TZID=${event.zone}:${wallTime(time, event.zone)}`;
  return [
    'BEGIN:VEVENT',
    `UID:${text(event.uid)}`,
    ...(event.recurrenceAt ? [at('RECURRENCE-ID', event.recurrenceAt)] : []),
    `SEQUENCE:${event.sequence}`,
    `DTSTAMP:${utcTime(event.stamp)}`,
    `LAST-MODIFIED:${utcTime(event.stamp)}`,
    at('DTSTART', event.start),
    at('DTEND', event.end),
    ...recurrenceLines(event, at),
    `SUMMARY:${text(event.summary)}`,
    `DESCRIPTION:${text(event.description)}`,
    ...(event.location === null ? [] : [`LOCATION:${text(event.location)}`]),
    `URL:${event.url}`,
    `STATUS:${event.status}`,
    'TRANSP:OPAQUE',
    ...peopleLines(event),
    ...alarmLines(event),
    'END:VEVENT',
  ];
}

const recurrenceLines = (
  { recurrence }: CalendarEvent,
  at: (name: string, time: Date) => string,
): string[] =>
  recurrence === null
    ? []
    : [`RRULE:${recurrence.rule}`, ...recurrence.excluded.map((time) => at('EXDATE', time))];

/** No calendar is asked to answer by mail: nobody would read it (ADR 65). */
function peopleLines({ organizer, attendee }: CalendarEvent): string[] {
  return [
    ...(organizer ? [`ORGANIZER;CN=${parameter(organizer.name)}:${organizer.address}`] : []),
    ...(attendee
      ? [
          `ATTENDEE;CN=${parameter(attendee.name)};CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;` +
            `PARTSTAT=${attendee.answer};RSVP=FALSE:${attendee.address}`,
        ]
      : []),
  ];
}

const alarmLines = ({ alarmMinutes, status, summary }: CalendarEvent): string[] =>
  alarmMinutes === null || status === 'CANCELLED'
    ? []
    : [
        'BEGIN:VALARM',
        'ACTION:DISPLAY',
        `DESCRIPTION:${text(summary)}`,
        `TRIGGER:-PT${alarmMinutes}M`,
        'END:VALARM',
      ];

import type { OccurrenceState } from '@diemcau/contracts/meetings/vocabulary';
import type { CalendarEvent, EventStatus } from '../ical/event.js';
import { instantOf } from '../recurrence/zones.js';
import type { MeetingOfFeed, SeriesOfFeed } from './feed-row.js';
import { type Master, masterOf } from './series-master.js';

const statuses: Readonly<Partial<Record<OccurrenceState, EventStatus>>> = {
  postponed: 'TENTATIVE',
  cancelled: 'CANCELLED',
  aborted: 'CANCELLED',
};
const alarmMinutes = 30;

/**
 * A calendar's events: meetings of a series as a recurring event and its dates, each by RECURRENCE-ID, so that programs show
 * them as one; all others, and dates that the rule does not give any more, by themselves.
 * @param origin of the web client
 */
export function feedEvents(meetings: readonly MeetingOfFeed[], origin: string): CalendarEvent[] {
  const masters = new Map<string, Master>();
  const events: CalendarEvent[] = [];
  for (const { series, unitName, days } of seriesIn(meetings)) {
    const master = masterOf(series, days);
    if (!master) continue;
    masters.set(series.id, master);
    events.push(masterEvent(series, unitName, master, origin));
  }
  return [...events, ...meetings.map((meeting) => meetingEvent(meeting, masters, origin))];
}

/** Each series with the dates of its meetings. */
function seriesIn(meetings: readonly MeetingOfFeed[]) {
  const found = new Map<string, { series: SeriesOfFeed; unitName: string; days: string[] }>();
  for (const { series, unitName, nominalDay } of meetings) {
    if (!series || nominalDay === null) continue;
    const known = found.get(series.id) ?? { series, unitName, days: [] };
    known.days.push(nominalDay);
    found.set(series.id, known);
  }
  return found.values();
}

function masterEvent(
  series: SeriesOfFeed,
  unitName: string,
  { recurrence, start }: Master,
  origin: string,
): CalendarEvent {
  return {
    ...common,
    uid: uidOf(series.id),
    recurrenceAt: null,
    recurrence,
    sequence: series.version,
    stamp: series.createdAt,
    start,
    end: new Date(start.getTime() + series.durationMin * 60_000),
    zone: series.zone,
    status: 'CONFIRMED',
    summary: series.title,
    description: unitName,
    location: null,
    url: `${origin}/work`,
  };
}

function meetingEvent(
  meeting: MeetingOfFeed,
  masters: ReadonlyMap<string, Master>,
  origin: string,
): CalendarEvent {
  const { id, series, nominalDay, roomSlug, place } = meeting;
  const master = series ? masters.get(series.id) : undefined;
  const ofSeries = series && nominalDay !== null && master?.days.has(nominalDay) ? series : null;
  const link = roomSlug === null ? `${origin}/work` : `${origin}/r/${roomSlug}`;
  return {
    ...common,
    uid: uidOf(ofSeries?.id ?? id),
    recurrenceAt:
      ofSeries && nominalDay !== null ? instantOf(nominalDay, ofSeries.startsAt, ofSeries.zone) : null,
    recurrence: null,
    sequence: meeting.sequence,
    stamp: meeting.changedAt,
    start: meeting.startsAt,
    end: meeting.endsAt,
    // RECURRENCE-ID is told as DTSTART of the recurring event is.
    zone: ofSeries?.zone ?? meeting.zone,
    status: statuses[meeting.state] ?? 'CONFIRMED',
    summary: meeting.title,
    description: `${meeting.unitName}\n${link}`,
    location: place ?? link,
    url: link,
  };
}

const uidOf = (id: string): string => `${id}@diemcau`;
const common = { organizer: null, attendee: null, alarmMinutes } as const;

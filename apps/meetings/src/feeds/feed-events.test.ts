import fc from 'fast-check';
import ICAL from 'ical.js';
import { allOf, faultsOf, parse, valueOf } from '../../test/ical-check.js';
import { calendarText } from '../ical/calendar.js';
import { feedEvents } from './feed-events.js';
import type { MeetingOfFeed, SeriesOfFeed } from './feed-row.js';

const origin = 'https://hop.example';
const series = (changes: Partial<SeriesOfFeed> = {}): SeriesOfFeed => ({
  id: '11111111-0000-4000-8000-000000000001',
  title: 'Giao ban hằng tháng',
  rule: 'FREQ=MONTHLY;BYMONTHDAY=25;COUNT=60',
  firstDay: '2026-01-25',
  startsAt: '08:00',
  durationMin: 180,
  zone: 'Asia/Ho_Chi_Minh',
  version: 3,
  createdAt: new Date('2026-01-01T00:00:00Z'),
  ...changes,
});

/** Held on its nominal day unless told, at 08:00 in Vietnam. */
const meeting = (nominalDay: string, changes: Partial<MeetingOfFeed> = {}): MeetingOfFeed => ({
  id: `22222222-0000-4000-8000-${nominalDay.replaceAll('-', '').padStart(12, '0')}`,
  title: 'Giao ban hằng tháng',
  state: 'scheduled',
  startsAt: new Date(`${nominalDay}T01:00:00Z`),
  endsAt: new Date(`${nominalDay}T04:00:00Z`),
  zone: 'Asia/Ho_Chi_Minh',
  unitName: 'Sở mẫu',
  roomSlug: 'giao-ban',
  place: 'Điểm cầu Sở',
  sequence: 0,
  changedAt: new Date('2026-02-01T00:00:00Z'),
  nominalDay,
  series: series(),
  ...changes,
});

const written = (meetings: readonly MeetingOfFeed[]): string =>
  calendarText({ method: 'PUBLISH', name: 'Điểm Cầu – Sở mẫu', events: feedEvents(meetings, origin) });

/** When ical.js shows something, and what: as a calendar program does. */
function shownIn(ics: string): string[] {
  const root = new ICAL.Component(ICAL.parse(ics) as unknown[]);
  for (const zone of root.getAllSubcomponents('vtimezone')) ICAL.TimezoneService.register(zone);
  const events = root.getAllSubcomponents('vevent').map((one) => new ICAL.Event(one));
  const shown: string[] = [];
  for (const event of events.filter((one) => !one.isRecurrenceException())) {
    if (!event.isRecurring()) {
      shown.push(`${event.startDate.toJSDate().toISOString()} ${event.summary}`);
      continue;
    }
    for (const exception of events) {
      if (exception.isRecurrenceException() && exception.uid === event.uid) event.relateException(exception);
    }
    const dates = event.iterator();
    for (let at = dates.next(); at; at = dates.next()) {
      const { item, startDate } = event.getOccurrenceDetails(at);
      shown.push(`${startDate.toJSDate().toISOString()} ${item.summary}`);
    }
  }
  return shown.toSorted();
}
const expected = (meetings: readonly MeetingOfFeed[]): string[] =>
  meetings.map(({ startsAt, title }) => `${startsAt.toISOString()} ${title}`).toSorted();

test('programs show the meetings there are and no other date of the rule, shifted ones where they are held', () => {
  const meetings = [
    meeting('2026-09-25'),
    // Skipped in October; held earlier in November.
    meeting('2026-11-25', {
      title: 'Giao ban, họp sớm',
      startsAt: new Date('2026-11-24T07:00:00Z'),
      endsAt: new Date('2026-11-24T09:00:00Z'),
      sequence: 2,
    }),
    meeting('2026-12-25', { state: 'cancelled', sequence: 1 }),
  ];
  const ics = written(meetings);
  expect(faultsOf(ics)).toEqual([]);
  expect(shownIn(ics)).toEqual(expected(meetings));
  const events = parse(ics).components.filter(({ name }) => name === 'VEVENT');
  const master = events.find((event) => valueOf(event, 'RRULE') !== undefined);
  expect(master && valueOf(master, 'RRULE')).toBe('FREQ=MONTHLY;BYMONTHDAY=25;UNTIL=20261225T010000Z');
  expect(master && allOf(master, 'EXDATE').map(({ value }) => value)).toEqual(['20261025T080000']);
  expect(events.map((event) => valueOf(event, 'STATUS'))).toEqual([
    'CONFIRMED',
    'CONFIRMED',
    'CONFIRMED',
    'CANCELLED',
  ]);
});

test('what the rule does not give any more stands for itself', () => {
  const meetings = [meeting('2026-09-25'), meeting('2026-10-12'), meeting('2026-11-25')];
  const ics = written(meetings);
  expect(faultsOf(ics)).toEqual([]);
  expect(shownIn(ics)).toEqual(expected(meetings));
});

test('a rule that cannot be read leaves its meetings by themselves', () => {
  const broken = series({ rule: 'FREQ=SECONDLY' });
  const meetings = [meeting('2026-09-25', { series: broken }), meeting('2026-10-25', { series: broken })];
  const ics = written(meetings);
  expect(faultsOf(ics)).toEqual([]);
  expect(ics).not.toContain('RRULE');
  expect(shownIn(ics)).toEqual(expected(meetings));
});

test('an empty calendar is one, too', () => {
  expect(written([])).toContain('BEGIN:VCALENDAR\r\n');
});

test('whatever the rule and whichever of its meetings one may see, programs show these', () => {
  const rules = [
    'FREQ=MONTHLY;BYMONTHDAY=25',
    'FREQ=MONTHLY;BYMONTHDAY=-1;UNTIL=20271231',
    'FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,WE',
    'FREQ=WEEKLY;INTERVAL=3;BYDAY=TU;WKST=SU',
    'FREQ=MONTHLY;BYDAY=2TU',
    'FREQ=MONTHLY;INTERVAL=2;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1',
    'FREQ=DAILY;INTERVAL=3;COUNT=40',
    'FREQ=YEARLY;BYMONTH=7,8;BYDAY=MO',
  ];
  const dates = new Map(rules.map((rule) => [rule, datesOf(rule)]));
  const zones = ['Asia/Ho_Chi_Minh', 'Europe/Paris'];
  const picked = fc.constantFrom(...rules).chain((rule) =>
    fc.record({
      rule: fc.constant(rule),
      zone: fc.constantFrom(...zones),
      days: fc.subarray(dates.get(rule) ?? [], { minLength: 1 }),
    }),
  );
  fc.assert(
    fc.property(picked, ({ rule, zone, days }) => {
      const of = series({ rule, zone, firstDay: '2026-01-05' });
      const meetings = days.map((day) => meeting(day, { series: of, zone }));
      const ics = written(meetings);
      expect(faultsOf(ics)).toEqual([]);
      expect(shownIn(ics)).toEqual(expected(meetings));
    }),
    { numRuns: 150 },
  );
});

/** By ical.js, so that it is not our own expansion that is compared with itself. */
function datesOf(rule: string): string[] {
  const dates = ICAL.Recur.fromString(rule).iterator(ICAL.Time.fromString('2026-01-05T08:00:00', undefined));
  const found: string[] = [];
  for (let at = dates.next(); at && found.length < 25; at = dates.next())
    found.push(at.toString().slice(0, 10));
  return found.slice(2);
}

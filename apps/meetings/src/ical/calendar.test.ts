import fc from 'fast-check';
import ICAL from 'ical.js';
import { faultsOf, parse, valueOf } from '../../test/ical-check.js';
import { calendarText } from './calendar.js';
import type { CalendarEvent } from './event.js';

const event: CalendarEvent = {
  uid: '0b9f6f3e-5d1c-4c55-9a53-3a4d7c1e2f60@diemcau',
  recurrenceAt: new Date('2026-11-25T01:00:00Z'),
  recurrence: null,
  sequence: 2,
  stamp: new Date('2026-10-01T00:00:00Z'),
  start: new Date('2026-11-24T01:00:00Z'),
  end: new Date('2026-11-24T04:30:00Z'),
  zone: 'Asia/Ho_Chi_Minh',
  status: 'CONFIRMED',
  summary: 'Giao ban tháng 11; khối THPT, GDTX',
  description: 'Đơn vị tổ chức: Sở mẫu\nPhòng họp: https://hop.example/r/giao-ban',
  location: 'Điểm cầu Trường THPT Như Xuân',
  url: 'https://hop.example/r/giao-ban',
  organizer: { name: 'Sở mẫu', address: 'mailto:organizer@diemcau.invalid' },
  attendee: { name: 'Nguyễn Văn Mẫu', address: 'mailto:attendee@diemcau.invalid', answer: 'NEEDS-ACTION' },
  alarmMinutes: 30,
};
const request = (changes: Partial<CalendarEvent> = {}): string =>
  calendarText({ method: 'REQUEST', name: null, events: [{ ...event, ...changes }] });

const firstEvent = (ics: string): ICAL.Event => {
  const calendar = new ICAL.Component(ICAL.parse(ics) as unknown[]);
  return new ICAL.Event(calendar.getFirstSubcomponent('vevent') ?? undefined);
};

test('an invitation is read by ical.js as it was meant', () => {
  const ics = request();
  expect(faultsOf(ics)).toEqual([]);
  const read = firstEvent(ics);
  expect(read.summary).toBe(event.summary);
  expect(read.description).toBe(event.description);
  expect(read.startDate.toJSDate()).toEqual(event.start);
  expect(read.endDate.toJSDate()).toEqual(event.end);
  expect(read.recurrenceId.toString()).toBe('2026-11-25T08:00:00');
  expect(read.sequence).toBe(2);
  expect(read.attendees[0]?.getParameter('rsvp')).toBe('FALSE');
});

test('whatever a title, a place or a name holds comes out as it went in, and breaks no line', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 300 }),
      fc.string({ unit: 'binary', maxLength: 300 }),
      (summary, name) => {
        const clean = summary.replaceAll(/\p{Cc}|\p{Cs}/gu, ' ');
        const ics = request({
          summary: clean,
          location: summary,
          organizer: { name, address: 'mailto:organizer@diemcau.invalid' },
        });
        expect(faultsOf(ics)).toEqual([]);
        expect(firstEvent(ics).summary).toBe(clean);
      },
    ),
    { numRuns: 300 },
  );
});

test.each([
  'END:VEVENT',
  'x\r\nATTENDEE:mailto:ke-xau@example.vn',
  String.raw`\n\,\;\\`,
  '";:,="',
  '​\u0000\u0007',
])('a title cannot become a property: %j', (title) => {
  const ics = request({ summary: title, location: title, description: title });
  expect(faultsOf(ics)).toEqual([]);
  expect(parse(ics).components.filter(({ name }) => name === 'VEVENT')).toHaveLength(1);
});

test.each([
  ['Asia/Ho_Chi_Minh', '2026-07-01T01:00:00Z'],
  ['Europe/Paris', '2026-03-29T00:30:00Z'],
  ['Europe/Paris', '2026-10-26T08:00:00Z'],
  ['America/New_York', '2026-11-02T14:00:00Z'],
  ['Australia/Lord_Howe', '2027-01-15T02:00:00Z'],
  ['America/St_Johns', '2026-12-15T02:00:00Z'],
])('a zone is defined as it is at that time: %s at %s', (zone, instant) => {
  const start = new Date(instant);
  const ics = request({ zone, start, end: new Date(start.getTime() + 3_600_000), recurrenceAt: null });
  expect(faultsOf(ics)).toEqual([]);
  expect(firstEvent(ics).startDate.toJSDate()).toEqual(start);
});

test('a cancellation says so, asks nobody and rings no bell', () => {
  const ics = calendarText({
    method: 'CANCEL',
    name: null,
    events: [{ ...event, status: 'CANCELLED', sequence: 3 }],
  });
  expect(faultsOf(ics)).toEqual([]);
  expect(ics).toContain('STATUS:CANCELLED\r\n');
  expect(ics).not.toContain('VALARM');
  expect(ics.replaceAll('\r\n ', '')).toContain('RSVP=FALSE');
});

test('a meeting over midnight, of the longest kind, is whole', () => {
  const end = new Date(event.start.getTime() + 1440 * 60_000);
  const [zone, written] = parse(request({ end })).components;
  expect(zone?.name).toBe('VTIMEZONE');
  expect(written && valueOf(written, 'DTEND')).toBe('20261125T080000');
});

test('a calendar in which there is nothing yet keeps the standard too', () => {
  const ics = calendarText({ method: 'PUBLISH', name: 'Điểm Cầu', events: [] });
  expect(faultsOf(ics)).toEqual([]);
  expect(ics).toContain('TZID:Asia/Ho_Chi_Minh\r\n');
  expect(ics).toContain('TZOFFSETTO:+0700\r\n');
});

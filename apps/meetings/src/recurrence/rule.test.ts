import { recurrenceErrors } from '@diemcau/contracts/meetings/recurrence';
import { checkTimes } from './check.js';
import { parseRule } from './rule.js';

describe('is read', () => {
  test.each([
    ['FREQ=DAILY', { freq: 'DAILY', interval: 1 }],
    ['RRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,FR', { freq: 'WEEKLY', interval: 2, byDay: ['MO', 'FR'] }],
    ['freq=monthly;bymonthday=-1', { freq: 'MONTHLY', interval: 1, byMonthDay: [-1] }],
    ['FREQ=YEARLY;BYDAY=20MO', { freq: 'YEARLY', interval: 1, byDay: ['20MO'] }],
    ['FREQ=DAILY;UNTIL=20271224', { freq: 'DAILY', interval: 1, until: '20271224' }],
  ])('%s', (text, rule) => {
    expect(parseRule(text)).toEqual(rule);
  });
});

describe('is refused', () => {
  const { unreadable, tooOften, startInRule, timeInRule, noSuchDay } = recurrenceErrors;
  test.each([
    ['', unreadable],
    ['FREQ=', unreadable],
    ['INTERVAL=2', unreadable],
    ['FREQ=DAILY;', unreadable],
    ['FREQ=DAILY;X-MINE=1', unreadable],
    ['FREQ=DAILY;INTERVAL=0', unreadable],
    ['FREQ=DAILY;INTERVAL=1001', unreadable],
    ['FREQ=DAILY;COUNT=3;UNTIL=20270101', unreadable],
    ['FREQ=WEEKLY;BYDAY=XX', unreadable],
    ['FREQ=WEEKLY;BYDAY=1MO', unreadable],
    ['FREQ=WEEKLY;BYMONTHDAY=3', unreadable],
    ['FREQ=MONTHLY;BYSETPOS=1', unreadable],
    ['FREQ=MONTHLY;BYWEEKNO=20', unreadable],
    ['FREQ=MONTHLY;BYMONTH=0', unreadable],
    ['FREQ=MONTHLY;UNTIL=tomorrow', unreadable],
    ['RSCALE=CHINESE;FREQ=YEARLY', unreadable],
    ['FREQ=SECONDLY', tooOften],
    ['FREQ=MINUTELY;INTERVAL=1440', tooOften],
    ['FREQ=HOURLY', tooOften],
    ['FREQ=DAILY;BYHOUR=8', timeInRule],
    ['DTSTART=20270101;FREQ=DAILY', startInRule],
    ['DTSTART:20270101T080000\nRRULE:FREQ=DAILY', startInRule],
    ['EXDATE=20270101;FREQ=DAILY', startInRule],
    ['FREQ=MONTHLY;BYMONTHDAY=32', noSuchDay],
    ['FREQ=MONTHLY;BYMONTH=13', noSuchDay],
    ['FREQ=MONTHLY;BYDAY=6MO', noSuchDay],
    ['FREQ=YEARLY;BYMONTH=4,6;BYMONTHDAY=31', noSuchDay],
    ['FREQ=DAILY;UNTIL=20270229', noSuchDay],
  ])('%s', (text, kind) => {
    expect(() => parseRule(text)).toThrow(kind.code);
  });
});

describe('within thirty years there is', () => {
  const check = (rule: string) =>
    checkTimes({ rule, firstDay: '2027-01-01', startsAt: '08:00', zone: 'Asia/Ho_Chi_Minh' });

  test.each(['FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29;BYDAY=MO', 'FREQ=YEARLY;INTERVAL=20'])(
    'a date by %s',
    (rule) => {
      expect(() => check(rule)).not.toThrow();
    },
  );

  test.each([
    'FREQ=MONTHLY;BYDAY=1MO;BYMONTHDAY=20',
    'FREQ=DAILY;UNTIL=20261231',
    'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29;INTERVAL=2',
    'FREQ=YEARLY;BYWEEKNO=1;BYMONTH=6',
  ])('none by %s', (rule) => {
    expect(() => check(rule)).toThrow(recurrenceErrors.neverOccurs.code);
  });
});

test.each(['+07:00', '-03', 'UTC+7', 'Asia/Nowhere', ''])('%j is no name of a zone', (zone) => {
  const times = { rule: 'FREQ=MONTHLY;BYMONTHDAY=25', firstDay: '2027-01-01', startsAt: '08:00' };
  expect(() => checkTimes({ ...times, zone })).toThrow(recurrenceErrors.noSuchZone.code);
});

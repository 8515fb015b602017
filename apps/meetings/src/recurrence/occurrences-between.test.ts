import fc from 'fast-check';
import { holidaysOf } from '../calendar/holidays.js';
import { numberOf, plusDays, weekdayOf } from './days.js';
import { occurrencesBetween, type Planned } from './occurrences-between.js';
import { calendarWith, type SpecialDay } from './working-calendar.js';

const years = Array.from({ length: 13 }, (_, at) => 2024 + at);
const off = (day: { nameVi: string; nameEn: string }): SpecialDay => ({ kind: 'off', ...day });
const vietnam = calendarWith(
  new Map(years.flatMap((year) => holidaysOf(year).map(({ day, ...names }) => [day, off(names)] as const))),
);

const monthly: Planned = {
  rule: 'FREQ=MONTHLY;BYMONTHDAY=25',
  firstDay: '2026-01-01',
  startsAt: '08:00',
  durationMin: 120,
  zone: 'Asia/Ho_Chi_Minh',
  shift: 'nextWorkingDay',
};
const between = (of: Partial<Planned>, from: string, to: string) =>
  occurrencesBetween({ ...monthly, ...of }, from, to, vietnam);

describe('ten years of the 25th of every month (HB-7.1)', () => {
  const dates = between({}, '2026-01-01', '2035-12-31');

  test('are 120 nominal dates, one a month', () => {
    expect(dates.map(({ nominal }) => nominal)).toEqual(
      years
        .filter((year) => year >= 2026 && year <= 2035)
        .flatMap((year) =>
          Array.from({ length: 12 }, (_, at) => `${year}-${String(at + 1).padStart(2, '0')}-25`),
        ),
    );
  });

  test('are all held on working days, never before the 25th, at 08:00 in Vietnam', () => {
    for (const { nominal, day, startsAt } of dates) {
      expect(day !== null && day >= nominal && vietnam.off(day) === null).toBe(true);
      expect(startsAt).toBe(`${day}T01:00:00.000Z`);
    }
  });

  test('go past Tết where the 25th falls into it', () => {
    const shifted = dates.filter(({ reason }) => reason?.nameVi.includes('Tết Nguyên đán'));
    expect(shifted.map(({ nominal, day, reason }) => [nominal, reason?.nameVi, day])).toEqual([
      ['2028-01-25', 'ngày cận Tết Nguyên đán', '2028-02-01'],
      ['2031-01-25', 'mùng 3 Tết Nguyên đán', '2031-01-29'],
    ]);
  });
});

describe('what becomes of 25 January 2028, the eve of Tết', () => {
  test.each([
    ['keep', 'asPlanned', '2028-01-25'],
    ['skip', 'skipped', null],
    ['ask', 'waiting', null],
    ['previousWorkingDay', 'shifted', '2028-01-24'],
    ['nextWorkingDay', 'shifted', '2028-02-01'],
  ] as const)('%s: %s, %s', (shift, outcome, day) => {
    expect(between({ shift }, '2028-01-25', '2028-01-25')).toMatchObject([{ outcome, day }]);
  });
});

describe('days that do not exist every time', () => {
  test('29 February comes in leap years', () => {
    const leap = between(
      { rule: 'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29', shift: 'keep' },
      '2026-01-01',
      '2036-12-31',
    );
    expect(leap.map(({ nominal }) => nominal)).toEqual(['2028-02-29', '2032-02-29', '2036-02-29']);
  });

  test('the 31st comes in seven months, the last day in twelve', () => {
    const days = (rule: string) => between({ rule, shift: 'keep' }, '2027-01-01', '2027-12-31').length;
    expect(days('FREQ=MONTHLY;BYMONTHDAY=31')).toBe(7);
    expect(days('FREQ=MONTHLY;BYMONTHDAY=-1')).toBe(12);
  });
});

describe('clocks that are changed', () => {
  const newYork = { zone: 'America/New_York', shift: 'keep', rule: 'FREQ=DAILY' } as const;

  test('leave the wall time as it is', () => {
    const days = between({ ...newYork, startsAt: '09:00' }, '2026-03-07', '2026-03-09');
    expect(days.map(({ startsAt }) => startsAt)).toEqual([
      '2026-03-07T14:00:00.000Z',
      '2026-03-08T13:00:00.000Z',
      '2026-03-09T13:00:00.000Z',
    ]);
  });

  test('skip an hour: there is no meeting at 02:30 on that day (RFC 5545, 3.3.10)', () => {
    const days = between({ ...newYork, startsAt: '02:30' }, '2026-03-07', '2026-03-09');
    expect(days.map(({ nominal }) => nominal)).toEqual(['2026-03-07', '2026-03-09']);
  });

  test('repeat an hour: the first of the two counts, once', () => {
    const days = between({ ...newYork, startsAt: '01:30' }, '2026-10-31', '2026-11-02');
    expect(days.map(({ startsAt }) => startsAt)).toEqual([
      '2026-10-31T05:30:00.000Z',
      '2026-11-01T05:30:00.000Z',
      '2026-11-02T06:30:00.000Z',
    ]);
  });
});

describe('ten years', () => {
  const span = ['2026-01-01', '2035-12-31'] as const;

  test('of month ends: the last day of each of 120 months, the 31st of the 70 that have one', () => {
    const lastDays = Array.from({ length: 120 }, (_, at) =>
      new Date(Date.UTC(2026, at + 1, 0)).toISOString().slice(0, 10),
    );
    const nominals = (rule: string) =>
      between({ rule, shift: 'keep' }, ...span).map(({ nominal }) => nominal);
    expect(nominals('FREQ=MONTHLY;BYMONTHDAY=-1')).toEqual(lastDays);
    expect(nominals('FREQ=MONTHLY;BYMONTHDAY=31')).toEqual(lastDays.filter((day) => day.endsWith('-31')));
    expect(nominals('FREQ=MONTHLY;BYMONTHDAY=31')).toHaveLength(70);
  });

  test.each([
    // In March on the second Sunday at 02:00, and on the last one at 02:00; nowhere in Việt Nam.
    ['America/New_York', '02:30', 8],
    ['Europe/Berlin', '02:30', 25],
    ['Asia/Ho_Chi_Minh', '02:30', null],
  ] as const)(
    'of clocks in %s: %s is left out in the night that skips it, and told by the wall on every other day',
    (zone, startsAt, from) => {
      const daily = { zone, startsAt, shift: 'keep', rule: 'FREQ=DAILY' } as const;
      const dates = between(daily, ...span);
      const wall = new Intl.DateTimeFormat('sv-SE', {
        timeZone: zone,
        dateStyle: 'short',
        timeStyle: 'short',
      });
      expect(dates.map(({ startsAt: at }) => at && wall.format(new Date(at)))).toEqual(
        dates.map(({ nominal }) => `${nominal} ${startsAt}`),
      );
      const held = new Set(dates.map(({ nominal }) => nominal));
      const missing = Array.from({ length: 3652 }, (_, at) => plusDays('2026-01-01', at)).filter(
        (day) => !held.has(day),
      );
      const nights = Array.from({ length: from === null ? 0 : 10 }, (_, at) => {
        const earliest = `${2026 + at}-03-${String(from).padStart(2, '0')}`;
        return plusDays(earliest, (7 - weekdayOf(earliest)) % 7);
      });
      expect(missing).toEqual(nights);
    },
  );
});

describe('whatever the rule', () => {
  const weekday = fc.subarray(['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'], { minLength: 1 });
  const rule = fc.oneof(
    fc.integer({ min: 1, max: 9 }).map((interval) => `FREQ=DAILY;INTERVAL=${interval}`),
    weekday.map((days) => `FREQ=WEEKLY;BYDAY=${days}`),
    fc.integer({ min: 1, max: 31 }).map((day) => `FREQ=MONTHLY;BYMONTHDAY=${day}`),
    fc
      .tuple(
        fc.integer({ min: -4, max: 4 }).filter((n) => n !== 0),
        weekday,
      )
      .map(([n, [day]]) => `FREQ=MONTHLY;BYDAY=${n}${day}`),
  );
  const series = fc.record({
    rule,
    shift: fc.constantFrom('keep', 'skip', 'ask', 'nextWorkingDay', 'previousWorkingDay' as const),
  }) as fc.Arbitrary<Pick<Planned, 'rule' | 'shift'>>;
  const start = fc.integer({ min: 0, max: 3000 }).map((days) => plusDays('2026-01-01', days));

  test('dates are sorted and different, no two are held on one day, shifted ones on working days', () => {
    fc.assert(
      fc.property(series, start, (of, from) => {
        const dates = between(of, from, plusDays(from, 200));
        const nominals = dates.map(({ nominal }) => nominal);
        expect(nominals).toEqual([...new Set(nominals)].sort());
        const held = dates.flatMap(({ day }) => day ?? []);
        expect(new Set(held).size).toBe(held.length);
        for (const { outcome, day, nominal, reason } of dates) {
          if (outcome === 'shifted') expect(day !== null && vietnam.off(day) === null).toBe(true);
          if (outcome === 'asPlanned' && of.shift !== 'keep') expect(vietnam.off(nominal)).toBeNull();
          expect(reason === null).toBe(outcome === 'asPlanned');
        }
      }),
      { numRuns: 150 },
    );
  });

  test('what a date becomes does not depend on the days asked for', () => {
    fc.assert(
      fc.property(series, start, fc.integer({ min: 0, max: 90 }), (of, from, days) => {
        const to = plusDays(from, 120);
        const cut = plusDays(from, days);
        expect([...between(of, from, cut), ...between(of, plusDays(cut, 1), to)]).toEqual(
          between(of, from, to),
        );
      }),
      { numRuns: 100 },
    );
  });
});

test('days count right over leap years', () => {
  expect(plusDays('2028-02-28', 1)).toBe('2028-02-29');
  expect(plusDays('2100-02-28', 1)).toBe('2100-03-01');
  expect(numberOf('1970-01-02')).toBe(1);
  expect(weekdayOf('2026-11-22')).toBe(0);
});

import { lunarMonth, tet } from './lunar.js';

/** As published in Vietnam. 2007 and 2030 are a day before China's. */
const published = `
  2000-02-05 2001-01-24 2002-02-12 2003-02-01 2004-01-22 2005-02-09 2006-01-29 2007-02-17
  2008-02-07 2009-01-26 2010-02-14 2011-02-03 2012-01-23 2013-02-10 2014-01-31 2015-02-19
  2016-02-08 2017-01-28 2018-02-16 2019-02-05 2020-01-25 2021-02-12 2022-02-01 2023-01-22
  2024-02-10 2025-01-29 2026-02-17 2027-02-06 2028-01-26 2029-02-13 2030-02-02 2031-01-23
  2032-02-11 2033-01-31 2034-02-19 2035-02-08 2036-01-28 2037-02-15 2038-02-04 2039-01-24
  2040-02-12
`
  .trim()
  .split(/\s+/);

test.each(published.map((day) => [Number(day.slice(0, 4)), day] as const))('Tết %i is on %s', (year, day) => {
  expect(tet(year)).toBe(day);
});

test('in 1985 Vietnam kept Tết a month before China, and in 1968 the North a day before the South', () => {
  expect(tet(1985)).toBe('1985-01-21');
  expect(lunarMonth(1985, 1, 8)).toBe('1985-02-20');
  expect(tet(1968)).toBe('1968-01-29');
  expect(lunarMonth(1968, 1, 8)).toBe('1968-01-30');
});

test.each([
  [2015, '2015-04-28'],
  [2020, '2020-04-02'],
  [2023, '2023-04-29'],
  [2024, '2024-04-18'],
  [2025, '2025-04-07'],
  [2026, '2026-04-26'],
])('the day of the Hùng Kings of %i is %s', (year, day) => {
  const first = lunarMonth(year, 3);
  expect(new Date(Date.parse(first) + 9 * 86_400_000).toISOString().slice(0, 10)).toBe(day);
});

/** Independent: what ICU knows of the Chinese calendar, which is the same reckoned an hour further east. */
const chinese = new Intl.DateTimeFormat('en-u-ca-chinese', {
  month: 'numeric',
  day: 'numeric',
  timeZone: 'UTC',
});

test('reckoned at UTC+8 it is what ICU has for China, but for the months in which ICU is a little off', () => {
  const otherwise: string[] = [];
  for (let year = 1900; year < 2200; year++) {
    for (let month = 1; month <= 10; month++) {
      const day = lunarMonth(year, month, 8);
      if (chinese.format(new Date(`${day}T12:00:00Z`)) !== `${month}/1`) otherwise.push(day);
    }
  }
  // Of 3,000. Those that have come to pass are as the Hong Kong Observatory has them, see below.
  expect(otherwise.length).toBeLessThan(30);
});

test.each([
  [1987, 7, '1987-08-24'],
  [2012, 7, '2012-08-17'],
  [2018, 10, '2018-11-08'],
])('as the Hong Kong Observatory has it: in %i, month %i begins on %s', (year, month, day) => {
  expect(lunarMonth(year, month, 8)).toBe(day);
});

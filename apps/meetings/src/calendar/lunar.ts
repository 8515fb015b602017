import { type Day, dayOf, numberOf } from '../recurrence/days.js';
import { newMoon, sunLongitude } from './moon-and-sun.js';

/** Hours that the clocks of a country whose calendar it is are ahead of UTC. Vietnam: 7, by Decision 121-CP of 8 August 1967. */
const vietnam = 7;

/** First day of the lunar month that begins with a new moon, in days since 1970-01-01. */
const monthFrom = (k: number, hoursAhead: number): number => Math.floor(newMoon(k) + hoursAhead / 24);
/** In which twelfth of its way the sun is when the day begins: 0 from the spring equinox, 9 from the winter solstice. */
const sectorAt = (day: number, hoursAhead: number): number =>
  Math.floor(sunLongitude(day - hoursAhead / 24) / 30);

/** New moon that begins the eleventh month, which has the winter solstice in it. */
function eleventh(year: number, hoursAhead: number): number {
  const lastDay = numberOf(`${year}-12-31`);
  let k = Math.floor((lastDay - newMoon(0)) / 29.530588861) + 1;
  while (monthFrom(k, hoursAhead) > lastDay) k -= 1;
  return sectorAt(monthFrom(k, hoursAhead), hoursAhead) >= 9 ? k - 1 : k;
}

/** The first month without one of the sun's twelve terms is the leap month, when thirteen lie between two solstices. */
function leapAfter(k: number, hoursAhead: number): number {
  let leap = k + 1;
  const sector = (at: number) => sectorAt(monthFrom(at, hoursAhead), hoursAhead);
  while (sector(leap) !== sector(leap + 1)) leap += 1;
  return leap;
}

/**
 * First day of a month of the lunar year that begins in a year, 1900–2199. Not of leap months, nor of the eleventh and
 * twelfth, which nothing here asks for.
 * @param month 1–10
 */
export function lunarMonth(year: number, month: number, hoursAhead = vietnam): Day {
  const before = eleventh(year - 1, hoursAhead);
  const isLong = eleventh(year, hoursAhead) - before === 13;
  const plain = before + month + 1;
  const shifted = isLong && leapAfter(before, hoursAhead) <= plain ? plain + 1 : plain;
  return dayOf(monthFrom(shifted, hoursAhead));
}

/** The first day of Tết. */
export const tet = (year: number): Day => lunarMonth(year, 1);

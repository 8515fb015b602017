import { type Day, plusDays, weekdayOf } from '../recurrence/days.js';
import { lunarMonth, tet } from './lunar.js';

/** A day off by law. */
export interface Holiday {
  readonly day: Day;
  readonly nameVi: string;
  readonly nameEn: string;
}

const holiday = (day: Day, nameVi: string, nameEn: string): Holiday => ({ day, nameVi, nameEn });
const isWeekend = (day: Day): boolean => [0, 6].includes(weekdayOf(day));

/** Sunday, Monday, Thursday: the day after 2 September joins it to a weekend; on other weekdays the day before does, or is nearer. */
const nationalDayNeighbour = (year: number): Day =>
  [0, 1, 4].includes(weekdayOf(`${year}-09-02`)) ? `${year}-09-03` : `${year}-09-01`;

const ordinals = ['first', 'second', 'third', 'fourth'];

/** Labour Code 45/2019/QH14, article 112: of Tết the last day of the old year and four of the new, as is usual. */
function tetDays(year: number): Holiday[] {
  const first = tet(year);
  const days = ordinals.map((ordinal, at) =>
    holiday(plusDays(first, at), `mùng ${at + 1} Tết Nguyên đán`, `the ${ordinal} day of Tết`),
  );
  return [holiday(plusDays(first, -1), 'ngày cận Tết Nguyên đán', 'the eve of Tết'), ...days];
}

/** Labour Code, article 111.3: a holiday that falls on a weekend is made up for on the next working days. */
function madeUpFor(holidays: readonly Holiday[]): Holiday[] {
  const off = new Set(holidays.map(({ day }) => day));
  return holidays.flatMap(({ day, nameVi, nameEn }) => {
    if (!isWeekend(day)) return [];
    let instead = day;
    while (off.has(instead) || isWeekend(instead)) instead = plusDays(instead, 1);
    off.add(instead);
    return [holiday(instead, `ngày nghỉ bù ${nameVi}`, `a day off instead of ${nameEn}`)];
  });
}

/**
 * Vietnam's holidays of a year by the Labour Code 45/2019/QH14, articles 111 and 112, 2000–2199. What the Government moves
 * and swaps by decision is not computed: it is entered.
 */
export function holidaysOf(year: number): Holiday[] {
  const neighbour = nationalDayNeighbour(year);
  const named = [
    holiday(`${year}-01-01`, 'Tết Dương lịch', "New Year's Day"),
    ...tetDays(year),
    holiday(
      plusDays(lunarMonth(year, 3), 9),
      'Giỗ Tổ Hùng Vương (mùng 10 tháng 3 âm lịch)',
      "the Hùng Kings' day",
    ),
    holiday(`${year}-04-30`, 'Ngày Chiến thắng', 'Reunification Day'),
    holiday(`${year}-05-01`, 'Ngày Quốc tế lao động', 'Labour Day'),
    holiday(`${year}-09-02`, 'Quốc khánh', 'National Day'),
    holiday(neighbour, 'ngày nghỉ liền kề Quốc khánh', 'the day beside National Day'),
  ];
  // 10 March of the lunar calendar and 30 April can be the same day.
  const days = [...new Map(named.map((one) => [one.day, one])).values()];
  return [...days, ...madeUpFor(days)].sort((a, b) => (a.day < b.day ? -1 : 1));
}

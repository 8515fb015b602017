/** A date of the calendar, `YYYY-MM-DD`: compares as text, and belongs to no zone. */
export type Day = string;

export const dayMs = 86_400_000;

/** Days since 1970-01-01. */
export const numberOf = (day: Day): number => Date.parse(`${day}T00:00:00Z`) / dayMs;
export const dayOf = (number: number): Day => new Date(number * dayMs).toISOString().slice(0, 10);

export const plusDays = (day: Day, days: number): Day => dayOf(numberOf(day) + days);

/** 0 is Sunday. */
export const weekdayOf = (day: Day): number => (((numberOf(day) + 4) % 7) + 7) % 7;

export const daysInMonth = (year: number, month: number): number =>
  new Date(Date.UTC(year, month, 0)).getUTCDate();

export function exists(day: Day): boolean {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  return month >= 1 && month <= 12 && date >= 1 && date <= daysInMonth(year, month);
}

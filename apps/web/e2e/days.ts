const dayMs = 86_400_000;
const hourMs = 3_600_000;
/** Vietnam knows no summer time. */
const vietnamMs = 7 * hourMs;

/** So many days from today at a full hour of Vietnam, when people meet. */
export const inDays = (days: number, hour: number): string =>
  new Date(dateAfter(days) * dayMs + hour * hourMs - vietnamMs).toISOString();

/** The first day after so many on which people work. */
export function workdayAfter(days: number): number {
  // 1970 began on a Thursday.
  const weekday = (dateAfter(days) + 3) % 7;
  return weekday < 5 ? days : days + 7 - weekday;
}

/** Days since 1970 in Vietnam. */
const dateAfter = (days: number): number => Math.floor((Date.now() + vietnamMs) / dayMs) + days;

import { formatDay } from '../../../admin/dates/format';
import { type Weekday, weekdays } from './repeat';

/** Of a day of the calendar, whatever zone it is in. */
export const weekdayOf = (day: string): Weekday =>
  weekdays[(new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7] ?? 'MO';

/** `thứ Ba, 01/02/2028` */
export const dayWords = (day: string, t: (weekday: Weekday) => string): string =>
  `${t(weekdayOf(day))}, ${formatDay(day)}`;

const clock = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Asia/Ho_Chi_Minh',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});
/** `08:00`, in Vietnam. */
export const timeOf = (instant: string): string => clock.format(new Date(instant));

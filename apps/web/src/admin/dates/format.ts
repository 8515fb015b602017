/** Dates as offices write them: `dd/MM/yyyy`, 24 hours, Asia/Ho_Chi_Minh, in both languages. */
const zone = 'Asia/Ho_Chi_Minh';

const minute = new Intl.DateTimeFormat('en-GB', {
  timeZone: zone,
  day: '2-digit',
  month: '2-digit',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});
const isoDay = new Intl.DateTimeFormat('en-CA', { timeZone: zone });

/** `2025-07-01` → `01/07/2025` */
export function formatDay(day: string): string {
  const [year, month, date] = day.slice(0, 10).split('-');
  return `${date}/${month}/${year}`;
}

/** An instant → `01/07/2025 08:30` */
export const formatInstant = (instant: string): string => minute.format(new Date(instant)).replace(',', '');

/** The day of an instant → `01/07/2025` */
export const formatDayOf = (instant: string): string => formatDay(dayOf(instant));

/** The calendar day of an instant in Vietnam, `YYYY-MM-DD`. */
export const dayOf = (instant: string | Date): string => isoDay.format(new Date(instant));

/** Today in Vietnam, `YYYY-MM-DD`. */
export const today = (): string => dayOf(new Date());

/** The instant at which a day begins in Vietnam, which has no summer time. */
export const startOfDay = (day: string): string => `${day}T00:00:00+07:00`;

/** The last second of a day in Vietnam. */
export const endOfDay = (day: string): string => `${day}T23:59:59+07:00`;

/** `1/7/2025`, `01072025`, `2025-07-01` → `2025-07-01`; null for what is no day of the calendar. */
export function parseDay(typed: string): string | null {
  const text = typed.trim();
  const found =
    /^(?<date>\d{1,2})[/.\- ](?<month>\d{1,2})[/.\- ](?<year>\d{4})$/.exec(text) ??
    /^(?<date>\d{2})(?<month>\d{2})(?<year>\d{4})$/.exec(text) ??
    /^(?<year>\d{4})-(?<month>\d{2})-(?<date>\d{2})$/.exec(text);
  const { year = '', month = '', date = '' } = found?.groups ?? {};
  const day = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
  const time = Date.parse(`${day}T00:00:00Z`);
  return found && !Number.isNaN(time) && new Date(time).toISOString().startsWith(day) ? day : null;
}

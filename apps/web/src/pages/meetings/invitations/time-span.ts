import { formatInstant } from '../../../admin/dates/format';

/** `25/11/2026 08:00 – 11:30`, both days when they differ. */
export function timeSpan(startsAt: string, endsAt: string): string {
  const [start, end] = [formatInstant(startsAt), formatInstant(endsAt)];
  return start.slice(0, 10) === end.slice(0, 10) ? `${start} – ${end.slice(11)}` : `${start} – ${end}`;
}

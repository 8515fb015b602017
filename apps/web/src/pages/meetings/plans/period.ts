import type { PlanLine } from '@diemcau/contracts/meetings/plans';

type Period = Pick<PlanLine, 'year' | 'month'>;

const two = (n: number): string => String(n).padStart(2, '0');

export const firstDayOf = ({ year, month }: Period): string => `${year}-${two(month ?? 1)}-01`;

/** Its lines have no dates after it: the next period has a plan of its own. */
export function lastDayOf({ year, month }: Period): string {
  const days = new Date(Date.UTC(year, month ?? 12, 0)).getUTCDate();
  return `${year}-${two(month ?? 12)}-${two(days)}`;
}

import { startOfDay } from '../../../admin/dates/format';
import type { ListSearch } from '../../../admin/table/list-search';

/** What the address may hold besides the words; days are days of Vietnam. */
export const filterNames = [
  'unitId',
  'action',
  'actorId',
  'objectKind',
  'objectId',
  'first',
  'last',
] as const;

const dayAfter = (day: string): string => {
  const next = new Date(`${day}T00:00:00Z`);
  next.setUTCDate(next.getUTCDate() + 1);
  return next.toISOString().slice(0, 10);
};

/** As the server takes it: from the first moment of the first day to the last moment of the last. */
export function filterOf({ first, last, ...rest }: ListSearch): Record<string, string> {
  const texts = Object.entries(rest).flatMap(([name, value]) => (value ? [[name, value] as const] : []));
  return {
    ...Object.fromEntries(texts),
    ...(first && { from: startOfDay(first) }),
    ...(last && { to: startOfDay(dayAfter(last)) }),
  };
}

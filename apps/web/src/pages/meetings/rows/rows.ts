/** A row of a list that is being written: `key` tells it apart while it is moved about. */
export type Keyed<T> = T & { readonly key: number };

export const keyed = <T extends object>(items: readonly T[]): Keyed<T>[] =>
  items.map((item, key) => ({ ...item, key }));

const nextKey = (rows: readonly { readonly key: number }[]): number =>
  Math.max(-1, ...rows.map(({ key }) => key)) + 1;

export const withOneMore = <T extends object>(rows: readonly Keyed<T>[], item: T): Keyed<T>[] => [
  ...rows,
  { ...item, key: nextKey(rows) },
];

export const changed = <T extends object>(
  rows: readonly Keyed<T>[],
  key: number,
  changes: Partial<T>,
): Keyed<T>[] => rows.map((row) => (row.key === key ? { ...row, ...changes } : row));

export const without = <T extends object>(rows: readonly Keyed<T>[], key: number): Keyed<T>[] =>
  rows.filter((row) => row.key !== key);

/** One place up or down; at the end of the list nothing moves. */
export function moved<T extends object>(rows: readonly Keyed<T>[], key: number, by: -1 | 1): Keyed<T>[] {
  const from = rows.findIndex((row) => row.key === key);
  const [row, other] = [rows[from], rows[from + by]];
  if (!row || !other) return [...rows];
  const next = [...rows];
  next[from] = other;
  next[from + by] = row;
  return next;
}

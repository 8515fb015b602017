/** One of them so many places further down (up: below zero), numbered anew from 1. */
export function reordered<T extends { readonly id: string; readonly position: number }>(
  items: readonly T[],
  id: string,
  by: number,
): T[] {
  const moved = items.find((item) => item.id === id);
  if (!moved) return [...items];
  const others = items.filter((item) => item !== moved);
  const at = Math.min(others.length, Math.max(0, items.indexOf(moved) + by));
  return others.toSpliced(at, 0, moved).map((item, index) => ({ ...item, position: index + 1 }));
}

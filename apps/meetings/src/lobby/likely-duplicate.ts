/** A name at the door or inside, by its key and, where known, its unit. */
export interface NamedEntry {
  readonly nameKey: string;
  readonly unitId: string | null;
}

/**
 * Would a host take the two for the same? The same unit, the same name however written, or one slip of the finger apart.
 * Different units of the invited list are different, however alike their names are.
 */
export function isLikelyDuplicate(one: NamedEntry, other: NamedEntry): boolean {
  if (one.unitId !== null && other.unitId !== null) return one.unitId === other.unitId;
  const compact = (key: string) => key.replaceAll(' ', '');
  return compact(one.nameKey) === compact(other.nameKey) || isOneSlipApart(one.nameKey, other.nameKey);
}

/** One letter wrong, missing, too many or swapped, in one longer word; numbers never: school 1 is not school 2. */
function isOneSlipApart(one: string, other: string): boolean {
  const [left, right] = [one.split(' '), other.split(' ')];
  if (left.length !== right.length || left.length < 2) return false;
  const differing = left.flatMap((word, i) => (word === right[i] ? [] : [[word, right[i] ?? ''] as const]));
  const [pair] = differing;
  return differing.length === 1 && pair !== undefined && isSlip(...pair);
}

function isSlip(one: string, other: string): boolean {
  if (/\d/.test(one + other) || Math.min(one.length, other.length) < 4 || one[0] !== other[0]) return false;
  const start = commonLength([...one], [...other]);
  const [a, b] = [one.slice(start), other.slice(start)];
  const rest = (word: string, from: number) => word.slice(from);
  return (
    rest(a, 1) === rest(b, 1) || // wrong
    rest(a, 1) === b || // too many
    a === rest(b, 1) || // missing
    (a[0] === b[1] && a[1] === b[0] && rest(a, 2) === rest(b, 2)) // swapped
  );
}

function commonLength(one: string[], other: string[]): number {
  const differs = one.findIndex((letter, i) => letter !== other[i]);
  return differs === -1 ? one.length : differs;
}

/** The first of those present for whom the newcomer could be taken. */
export function duplicateOf(
  newcomer: NamedEntry,
  present: readonly (NamedEntry & { readonly id: string })[],
): string | null {
  return present.find((other) => isLikelyDuplicate(newcomer, other))?.id ?? null;
}

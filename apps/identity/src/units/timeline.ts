/** What a unit is in one period. */
export interface Looks {
  readonly name: string;
  readonly code: string;
  readonly type: string;
  readonly parentId: string | null;
  readonly state: 'active' | 'closed';
}

export interface Period extends Looks {
  readonly unitId: string;
  /** First day, `YYYY-MM-DD`: dates are compared as text. */
  readonly from: string;
  /** The first day on which it is no longer so; null for the last period. */
  readonly to: string | null;
}

/** The periods of every unit in order, each following the one before without a gap, the last one open. */
export type Timeline = ReadonlyMap<string, readonly Period[]>;

export type Tree = ReadonlyMap<string, Period>;

const isOn = ({ from, to }: Period, day: string): boolean => from <= day && (to === null || to > day);

/** The units there are on a day, closed ones too. */
export function treeOn(timeline: Timeline, day: string): Tree {
  const tree = new Map<string, Period>();
  for (const [unitId, periods] of timeline) {
    const period = periods.findLast((one) => isOn(one, day));
    if (period) tree.set(unitId, period);
  }
  return tree;
}

/** The day itself and every later one on which something changes, in order. */
export function daysFrom(timeline: Timeline, day: string): string[] {
  const days = new Set([day]);
  for (const periods of timeline.values()) {
    for (const { from } of periods) if (from > day) days.add(from);
  }
  return [...days].sort();
}

/**
 * From the unit up to the root, the unit first. Ends where a parent is not there, and at the first unit that comes a
 * second time, which then stands twice.
 */
export function upwards(tree: Tree, unitId: string): string[] {
  const climbed: string[] = [];
  const seen = new Set<string>();
  let at: string | null = unitId;
  while (at !== null) {
    climbed.push(at);
    if (seen.has(at)) return climbed;
    seen.add(at);
    at = tree.get(at)?.parentId ?? null;
  }
  return climbed;
}

export const rootOf = (tree: Tree, unitId: string): string | undefined => upwards(tree, unitId).at(-1);

export function childrenIn(tree: Tree): ReadonlyMap<string, readonly Period[]> {
  const children = new Map<string, Period[]>();
  for (const period of tree.values()) {
    if (period.parentId === null) continue;
    const known = children.get(period.parentId);
    if (known) known.push(period);
    else children.set(period.parentId, [period]);
  }
  return children;
}

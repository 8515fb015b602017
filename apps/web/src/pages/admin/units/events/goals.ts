import type { Unit } from '@diemcau/contracts/identity/units';

/** Where one unit below goes when the unit above it is closed, merged or split; a part is counted from 0. */
export type Goal =
  | { readonly to: 'unit'; readonly unitId: string }
  | { readonly to: 'part'; readonly at: number }
  | { readonly to: 'closing' };

/** By the id of the unit that goes. */
export type Goals = ReadonlyMap<string, Goal>;

export const closes = (goals: Goals, unitId: string): boolean => goals.get(unitId)?.to === 'closing';

/**
 * The goals after some were set anew, or taken back with null. What lies below a unit that does not close after all goes
 * along with it, and has no goal of its own any more.
 */
export function withGoal(
  goals: Goals,
  unitIds: ReadonlySet<string>,
  goal: Goal | null,
  below: readonly Unit[],
): Goals {
  const next = new Map(goals);
  for (const unitId of unitIds) {
    if (goal) next.set(unitId, goal);
    else next.delete(unitId);
  }
  const known = new Set(below.map(({ id }) => id));
  // From above to below: a goal that goes takes along those of the units under it.
  for (const { id, parentId } of below)
    if (parentId !== null && known.has(parentId) && !closes(next, parentId)) next.delete(id);
  return next;
}

/** The goals once a part is dropped: what was to go there has none, the parts after it move up. */
export const withoutPart = (goals: Goals, dropped: number): Goals =>
  new Map(
    [...goals].flatMap(([unitId, goal]): [string, Goal][] => {
      if (goal.to !== 'part' || goal.at < dropped) return [[unitId, goal]];
      return goal.at === dropped ? [] : [[unitId, { to: 'part', at: goal.at - 1 }]];
    }),
  );

export const movesOf = (goals: Goals) =>
  [...goals].flatMap(([unitId, goal]) => (goal.to === 'unit' ? [{ unitId, parentId: goal.unitId }] : []));

export const closingOf = (goals: Goals): string[] =>
  [...goals.keys()].filter((unitId) => closes(goals, unitId));

export const goingToPart = (goals: Goals, at: number): string[] =>
  [...goals].flatMap(([unitId, goal]) => (goal.to === 'part' && goal.at === at ? [unitId] : []));

/** Units for which nothing is said; whom the others go to does not go below itself. */
export const withoutGoal = (below: readonly Unit[], goals: Goals, childrenTo: string | null): Unit[] =>
  below.filter(({ id }) => !goals.has(id) && (childrenTo === null || childrenTo === id));

import { Failure } from '@diemcau/contracts/core/failure';
import { unitEventErrors } from '@diemcau/contracts/identity/unit-event-errors';
import type { Draft } from './draft.js';
import { childrenIn, upwards } from './timeline.js';

interface Below {
  readonly moves: ReadonlyMap<string, string>;
  readonly childrenTo?: string | undefined;
  /** Where a child goes to which the others would go. */
  readonly standIn: string | undefined;
  /** A unit that does not close, and gives away only the children that are named. */
  readonly beside?: string;
}

/**
 * Closes units and sends those below where they go. A child that nobody names stays, and is found by the check for open
 * units below closed ones.
 * @returns the units that close
 */
export function closing(draft: Draft, unitIds: readonly string[], below: Below): ReadonlySet<string> {
  const closed = new Set(unitIds);
  refuseOutside(draft, unitIds);
  const parents = below.beside === undefined ? closed : new Set([below.beside]);
  const children = childrenIn(draft.before);
  const moved = new Set<string>();
  for (const child of [...parents].flatMap((unitId) => children.get(unitId) ?? [])) {
    const { unitId: childId, state } = child;
    if (state === 'closed' || closed.has(childId)) continue;
    const target = below.moves.get(childId) ?? (below.beside === undefined ? below.childrenTo : undefined);
    const goal = target === childId ? below.standIn : target;
    if (goal === undefined) continue;
    draft.open(goal);
    draft.change(childId, { parentId: goal });
    moved.add(childId);
  }
  const unknown = [...below.moves.keys()].filter((childId) => !moved.has(childId));
  if (unknown.length > 0) throw new Failure(unitEventErrors.notBelow, { unitIds: unknown });
  for (const unitId of closed) draft.change(unitId, { state: 'closed' });
  return closed;
}

/** What closes along with a unit lies below it. */
function refuseOutside(draft: Draft, [first, ...others]: readonly string[]): void {
  const outside = others.filter(
    (unitId) =>
      !upwards(draft.before, unitId)
        .slice(1)
        .includes(first ?? ''),
  );
  if (outside.length > 0) throw new Failure(unitEventErrors.notBelow, { unitIds: outside });
}

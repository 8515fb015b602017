import { Failure } from '@diemcau/contracts/core/failure';
import { unitEventErrors } from '@diemcau/contracts/identity/unit-event-errors';
import { childrenIn, daysFrom, type Period, type Timeline, type Tree, treeOn, upwards } from './timeline.js';

/** Most levels of the tree; the database holds paths of this length. */
const mostLevels = 20;

type Children = ReturnType<typeof childrenIn>;

/**
 * I1 and I3 on every day from the event on, planned events included, for the units it changes: the unit above is there and
 * open, nothing lies below itself, nothing open lies below something closed.
 * @throws Failure `unitEvents.parentClosed`, `circle`, `tooDeep`, `openBelow` with the unit and the day
 */
export function refuseUnsound(timeline: Timeline, changed: ReadonlySet<string>, from: string): void {
  for (const day of daysFrom(timeline, from)) {
    const tree = treeOn(timeline, day);
    const children = childrenIn(tree);
    for (const unitId of changed) {
      const period = tree.get(unitId);
      if (period) refusePlace(tree, children, period, day);
    }
  }
}

function refusePlace(tree: Tree, children: Children, period: Period, day: string): void {
  const { unitId, parentId, state } = period;
  const above = upwards(tree, unitId);
  if (new Set(above).size < above.length) throw new Failure(unitEventErrors.circle, { unitId, on: day });
  if (above.length + levelsBelow(children, unitId) > mostLevels)
    throw new Failure(unitEventErrors.tooDeep, { unitId, on: day });
  if (state === 'active') {
    if (parentId !== null && tree.get(parentId)?.state !== 'active')
      throw new Failure(unitEventErrors.parentClosed, { unitId, parentId, on: day });
    return;
  }
  const open = (children.get(unitId) ?? []).filter((child) => child.state === 'active');
  if (open.length > 0) {
    const unitIds = open.slice(0, 100).map((child) => child.unitId);
    throw new Failure(unitEventErrors.openBelow, { unitId, unitIds, units: open.length, on: day });
  }
}

/** Circles have been refused before, so it ends. */
function levelsBelow(children: Children, unitId: string): number {
  let levels = 0;
  let row = children.get(unitId) ?? [];
  while (row.length > 0 && levels <= mostLevels) {
    levels += 1;
    row = row.flatMap((child) => children.get(child.unitId) ?? []);
  }
  return levels;
}

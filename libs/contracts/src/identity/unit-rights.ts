import { type Caller, mayOn } from '../core/caller.js';

/**
 * May the caller rename, correct, move, merge, split or close the unit? Whoever looks after a unit does not change the unit
 * itself: its name and place are decided above it, so `units.change` is needed there too. Founding below it takes the
 * permission on the unit alone.
 * @param unitPath ids from the province down to the unit itself; a province has nothing above it
 */
export const mayChangeUnit = (caller: Caller, unitPath: readonly string[]): boolean =>
  mayOn(caller, 'units.change', unitPath) &&
  (unitPath.length < 2 || mayOn(caller, 'units.change', unitPath.slice(0, -1)));

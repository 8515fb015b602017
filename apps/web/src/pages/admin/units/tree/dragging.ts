import type { Unit } from '@diemcau/contracts/identity/units';

/** May the dragged unit be let go on the target? The server looks again, with everything it knows. */
export function mayDrop(
  dragged: Unit,
  target: Unit,
  mayLieUnder: (type: string, above: string) => boolean,
): boolean {
  return (
    target.state === 'active' &&
    target.id !== dragged.parentId &&
    !target.path.includes(dragged.id) &&
    mayLieUnder(dragged.type, target.type)
  );
}

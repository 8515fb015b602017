import { type Caller, mayOn, mayOnAllOf } from '@diemcau/contracts/core/caller';
import { commonFailures, Failure } from '@diemcau/contracts/core/failure';
import type { RecordUnitEvent, UnitEventKind } from '@diemcau/contracts/identity/unit-events';
import { unitErrors } from '@diemcau/contracts/identity/units';
import type { EntityManager } from 'typeorm';
import { scopeOf } from './scope.js';
import { unitsNamed } from './shape.js';

/** These change what lies above and below as well. */
const uproot: ReadonlySet<UnitEventKind> = new Set(['move', 'merge', 'split', 'close']);

/**
 * The paths of units, by id.
 * @throws Failure `units.notFound` also for one of a province that the caller does not see (DA-0)
 */
export async function pathsOf(
  manager: EntityManager,
  unitIds: readonly string[],
  caller: Caller,
): Promise<ReadonlyMap<string, string[]>> {
  const scope = scopeOf(caller);
  const rows = await manager.query<{ id: string; path: string[] }[]>(
    `SELECT id, path FROM units WHERE id = ANY ($1)
       AND ($2::uuid[] IS NULL OR province_id IN (SELECT province_id FROM units WHERE id = ANY ($2)))`,
    [unitIds, scope === 'everything' ? null : scope],
  );
  const paths = new Map(rows.map(({ id, path }) => [id, path]));
  const unknown = unitIds.filter((id) => !paths.has(id));
  if (unknown.length > 0) throw new Failure(unitErrors.notFound, { unitIds: unknown });
  return paths;
}

/**
 * Who changes a unit's place needs `units.change` over all of it, over the unit above it and over where it goes; who
 * renames it, over the unit. Provinces are founded by the installation alone.
 * @throws Failure `units.notFound`, `common.notAllowed`
 */
export async function refuseUnallowed(
  manager: EntityManager,
  event: RecordUnitEvent,
  caller: Caller,
): Promise<void> {
  const { from, to } = unitsNamed(event);
  const paths = await pathsOf(manager, [...new Set([...from, ...to])], caller);
  if (caller.kind === 'service') return;
  const may = (path: readonly string[]) => mayOn(caller, 'units.change', path);
  const mayUproot = (path: readonly string[]) =>
    mayOnAllOf(caller, 'units.change', path) && (path.length < 2 || may(path.slice(0, -1)));
  const judge = uproot.has(event.kind) ? mayUproot : may;
  const allowed =
    [...from, ...to].length > 0 &&
    from.every((id) => judge(paths.get(id) ?? [])) &&
    to.every((id) => may(paths.get(id) ?? []));
  if (!allowed) throw new Failure(commonFailures.notAllowed);
}

import { type Caller, mayOn, mayOnAllOf } from '@diemcau/contracts/core/caller';
import { commonFailures, Failure } from '@diemcau/contracts/core/failure';
import type { RecordUnitEvent, UnitEventKind } from '@diemcau/contracts/identity/unit-events';
import { mayChangeUnit } from '@diemcau/contracts/identity/unit-rights';
import { unitErrors } from '@diemcau/contracts/identity/units';
import type { EntityManager } from 'typeorm';
import { scopeOf } from './scope.js';
import { unitsNamed } from './shape.js';

/** These change what lies below as well. */
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
 * Who changes a unit needs `units.change` over it and over the unit above it: nobody changes the unit that a role of theirs
 * is held on. For its place also over all that lies below and over where it goes; to found, over the unit above. Provinces
 * are founded by the installation alone.
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
  const pathOf = (id: string) => paths.get(id) ?? [];
  const may = (id: string) => mayOn(caller, 'units.change', pathOf(id));
  const mayChange = (id: string) =>
    mayChangeUnit(caller, pathOf(id)) &&
    (!uproot.has(event.kind) || mayOnAllOf(caller, 'units.change', pathOf(id)));
  const { intoId, name, code } = event;
  // A merge may rename the unit that goes on.
  const renamed = intoId !== undefined && (name !== undefined || code !== undefined) ? [intoId] : [];
  const allowed =
    [...from, ...to].length > 0 &&
    from.every(mayChange) &&
    to.every(may) &&
    renamed.every((id) => mayChangeUnit(caller, pathOf(id)));
  if (!allowed) throw new Failure(commonFailures.notAllowed);
}

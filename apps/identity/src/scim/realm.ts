import { type Caller, grantsOf, type KeyCaller } from '@diemcau/contracts/core/caller';
import { commonFailures, Failure } from '@diemcau/contracts/core/failure';
import type { Permission } from '@diemcau/contracts/identity/permissions';

/** What a directory keeps: the people and classes of one unit, or of it and everything below. */
export interface Realm {
  readonly unitId: string;
  readonly subtree: boolean;
  /** As whom the features of people and classes are asked. */
  readonly actor: KeyCaller;
}

/**
 * What `directory.sync` stands for: keeping ordinary accounts. Whoever holds more than this, and more than the key, is not
 * touched by a directory (I4).
 */
const ordinary: readonly Permission[] = [
  'units.read',
  'users.read',
  'users.write',
  'roster.read',
  'rooms.enter',
];

/** @throws Failure `common.notAllowed` for everybody but a key with `directory.sync` */
export function realmOf(caller: Caller): Realm {
  const [grant] = grantsOf(caller, 'directory.sync');
  if (caller.kind !== 'key' || !grant) throw new Failure(commonFailures.notAllowed);
  const own = caller.roles[grant.role] ?? [];
  const roles = { [grant.role]: [...new Set([...own, ...ordinary])] };
  return { unitId: grant.unitId, subtree: grant.subtree, actor: { ...caller, grants: [grant], roles } };
}

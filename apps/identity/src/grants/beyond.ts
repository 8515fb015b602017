import { type Caller, type Grant, mayOn, mayOnAllOf } from '@diemcau/contracts/core/caller';
import type { Permission } from '@diemcau/contracts/identity/permissions';

/** Where a role is to be held. */
export interface Reach {
  /** From the province down to the unit. */
  readonly unitPath: readonly string[];
  readonly subtree: Grant['subtree'];
}

/** I4: what of these permissions the caller does not hold over the whole of the reach, and so cannot hand on. */
export const beyond = (
  caller: Caller,
  permissions: readonly Permission[],
  { unitPath, subtree }: Reach,
): Permission[] =>
  permissions.filter((permission) => !(subtree ? mayOnAllOf : mayOn)(caller, permission, unitPath));

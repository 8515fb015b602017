import { type Caller, grantsOf } from '@diemcau/contracts/core/caller';
import type { Permission } from '@diemcau/contracts/identity/permissions';

/** Where a permission holds, for the WHERE of a list: `unit_id = ANY (exactly) OR unit_path && below`. */
export interface Scope {
  readonly exactly: string[];
  /** These units and everything below them. */
  readonly below: string[];
}

/** A service asking for itself has no scope: what it may see, its own query says. */
export function scopeOf(caller: Caller, permission: Permission): Scope {
  const grants = grantsOf(caller, permission);
  return {
    exactly: grants.map(({ unitId }) => unitId),
    below: grants.filter(({ subtree }) => subtree).map(({ unitId }) => unitId),
  };
}

/**
 * The condition on a table with columns `unit_id` and `unit_path`.
 * @param first number of the first of its two parameters: `[...others, scope.exactly, scope.below]`
 */
export const withinScope = (table: string, first: number): string =>
  `(${table}.unit_id = ANY ($${first}::uuid[]) OR ${table}.unit_path && $${first + 1}::uuid[])`;

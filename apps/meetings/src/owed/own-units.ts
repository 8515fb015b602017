import { type Caller, grantsOf } from '@diemcau/contracts/core/caller';
import type { Permission } from '@diemcau/contracts/identity/permissions';

/** Units on which the caller holds the permission; not all below them: those have people of their own. */
export const ownUnits = (caller: Caller, permission: Permission): string[] =>
  grantsOf(caller, permission).map(({ unitId }) => unitId);

/** What a question with `count(*) OVER () AS total` gives. */
export const totalOf = (rows: readonly { readonly total: number }[]): number => rows[0]?.total ?? 0;

import type { CurrentUser } from '@diemcau/contracts/identity/sessions';
import type { Permission } from '@diemcau/contracts/identity/permissions';
import { useCallback, useMemo } from 'react';
import { useAccount } from '../account/account';
import { useRoles } from './roles';

/** Who uses the console; only below the shell, which lets in nobody else. */
export function useAdmin(): CurrentUser {
  const account = useAccount();
  if (account === null || account === 'asking') throw new Error('the console is for those who are signed in');
  return account;
}

/** `useMay()('users.write')`: does the caller hold it anywhere? Shows or hides a button; the server decides. */
export function useMay(): (permission: Permission) => boolean {
  const { permissions } = useAdmin();
  return useCallback((permission) => permissions.includes(permission), [permissions]);
}

/**
 * `useMayOn()('users.write', unit.path)`: does the caller hold it on what belongs to this unit? The path goes from the
 * province down to the unit. False until the roles are known.
 */
export function useMayOn(): (permission: Permission, path: readonly string[]) => boolean {
  const { grants } = useAdmin();
  const { permissionsOf } = useRoles();
  return useCallback(
    (permission, path) =>
      grants.some(
        ({ role, unitId, subtree }) =>
          permissionsOf(role).includes(permission) &&
          (unitId === path.at(-1) || (subtree && path.includes(unitId))),
      ),
    [grants, permissionsOf],
  );
}

/** `useMayBelow()('meetings.read')`: does the caller hold it over a unit and everything below? False until the roles are known. */
export function useMayBelow(): (permission: Permission) => boolean {
  const { grants } = useAdmin();
  const { permissionsOf } = useRoles();
  return useCallback(
    (permission) => grants.some(({ role, subtree }) => subtree && permissionsOf(role).includes(permission)),
    [grants, permissionsOf],
  );
}

/**
 * The units on which the caller holds a permission, by their roles: what is theirs to do lies there and below. The province
 * alone where they hold it there; empty until the roles are known.
 */
export function useUnitsOf(permission: Permission): readonly string[] {
  const { grants, provinceId } = useAdmin();
  const { permissionsOf } = useRoles();
  return useMemo(() => {
    const held = grants.filter(({ role }) => permissionsOf(role).includes(permission));
    const unitIds = [...new Set(held.map(({ unitId }) => unitId))].toSorted();
    return unitIds.includes(provinceId) ? [provinceId] : unitIds;
  }, [grants, permissionsOf, permission, provinceId]);
}

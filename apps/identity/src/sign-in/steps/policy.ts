import type { Permission } from '@diemcau/contracts/identity/permissions';
import type { SecondFactorPolicy } from '@diemcau/contracts/identity/settings';

/** Whoever holds one of them is an administrator to the policy `admins`. */
const administrators: ReadonlySet<Permission> = new Set([
  'grants.give',
  'users.secrets',
  'settings.write',
  'keys.manage',
  'privacy.manage',
]);

export function demandsSecondFactor(policy: SecondFactorPolicy, held: readonly Permission[]): boolean {
  switch (policy) {
    case 'everyone':
      return true;
    case 'admins':
      return held.some((permission) => administrators.has(permission));
    case 'nobody':
      return false;
  }
}

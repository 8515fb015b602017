import type { Permission } from '@diemcau/contracts/identity/permissions';

/** In the order in which people look for them. */
export const permissionGroups = [
  { key: 'units', of: ['units.read', 'units.change', 'units.configure'] },
  { key: 'users', of: ['users.read', 'users.write', 'users.import', 'users.secrets'] },
  { key: 'roster', of: ['roster.read', 'roster.write'] },
  { key: 'roles', of: ['grants.read', 'grants.give', 'roles.define'] },
  { key: 'safety', of: ['sessions.read', 'sessions.end', 'audit.read', 'privacy.manage'] },
  {
    key: 'system',
    of: [
      'settings.read',
      'settings.write',
      'keys.manage',
      'webhooks.manage',
      'directory.sync',
      'health.read',
    ],
  },
  { key: 'rooms', of: ['rooms.enter', 'rooms.host', 'rooms.configure'] },
  { key: 'sites', of: ['sites.read', 'sites.write', 'sites.configure'] },
  {
    key: 'meetings',
    of: [
      'meetings.read',
      'meetings.request',
      'meetings.write',
      'meetings.approve',
      'meetings.preside',
      'meetings.answer',
      'meetings.configure',
      'checks.manage',
    ],
  },
  { key: 'trainings', of: ['trainings.register', 'trainings.manage'] },
  {
    key: 'reports',
    of: ['reports.read', 'reports.write', 'reports.receive', 'notes.read', 'notes.write'],
  },
] as const satisfies readonly { key: string; of: readonly Permission[] }[];

type Left = Exclude<Permission, (typeof permissionGroups)[number]['of'][number]>;
/** Does not compile while a permission stands in no group. */
export const everyPermissionHasAGroup: [Left] extends [never] ? true : Left = true;

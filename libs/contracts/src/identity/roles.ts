/** The roles of the domain, each with what it permits. A guest has a ticket, not a role. */
export const roles = [
  'departmentAdmin',
  'unitOperator',
  'leader',
  'chair',
  'director',
  'secretary',
  'siteOperator',
  'teacher',
  'appraiser',
  'testingOfficer',
  'invigilator',
  'student',
  'parent',
  'attendee',
] as const;
export type Role = (typeof roles)[number];

export const permissions = [
  /** See the tree of units. */
  'units.read',
  /** See who a user is. */
  'users.read',
  /** Enter a room of the unit with one's account, without waiting in the lobby. */
  'rooms.enter',
  /** Admit, grant, mute, remove, lock. */
  'rooms.host',
  /** Change a room's name policy, invited units and support contacts. */
  'rooms.configure',
] as const;
export type Permission = (typeof permissions)[number];

const everybody: readonly Permission[] = ['units.read'];
const staff: readonly Permission[] = [...everybody, 'rooms.enter'];
const presiding: readonly Permission[] = [...staff, 'users.read', 'rooms.host'];

const granted: Record<Role, ReadonlySet<Permission>> = {
  departmentAdmin: new Set([...presiding, 'rooms.configure']),
  unitOperator: new Set([...presiding, 'rooms.configure']),
  leader: new Set(staff),
  chair: new Set(presiding),
  director: new Set(presiding),
  secretary: new Set([...staff, 'users.read']),
  siteOperator: new Set(staff),
  teacher: new Set(staff),
  appraiser: new Set(staff),
  testingOfficer: new Set(staff),
  invigilator: new Set(staff),
  student: new Set(everybody),
  parent: new Set(everybody),
  attendee: new Set(staff),
};

export const permissionsOf = (role: Role): ReadonlySet<Permission> => granted[role];

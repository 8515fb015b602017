/** Everything a route or a message may ask of its caller. A closed list: roles are data made of these. */
export const permissions = [
  /** See the tree of units of one's province, now and in the past (SYS-5). */
  'units.read',
  /** Found, rename, merge, split, move and close units. */
  'units.change',
  /** Define types of units. */
  'units.configure',
  /** See people's accounts, classes and guardians. */
  'users.read',
  /** Make, change, lock and disable accounts; keep classes (TE-3a, TE-3b). */
  'users.write',
  /** Provision accounts and units from spreadsheets (TE-3a). */
  'users.import',
  /** Issue initial secrets and reset passwords. */
  'users.secrets',
  /** See the roster of operators of the whole province (HB-10.3). */
  'roster.read',
  /** Keep the roster's entries and training records (HB-11.2). */
  'roster.write',
  /** See who holds which role. */
  'grants.read',
  /** Give and take roles, never beyond one's own (I4). */
  'grants.give',
  /** Define roles of one's province. */
  'roles.define',
  /** See where others are signed in. */
  'sessions.read',
  /** End others' sign-in sessions (I6). */
  'sessions.end',
  /** Make and end API keys. */
  'keys.manage',
  /** Keep webhooks, see and repeat their deliveries. */
  'webhooks.manage',
  /** Keep accounts and groups from another directory (SCIM 2.0). */
  'directory.sync',
  /** Search and export the audit log (I7). */
  'audit.read',
  /** Answer requests about personal data: export, erasure, consent. */
  'privacy.manage',
  /** See the province's settings. */
  'settings.read',
  /** Change the province's settings. */
  'settings.write',
  /** See how the parts of the system are. */
  'health.read',
  /** Enter a room of the unit with one's account, without waiting in the lobby. */
  'rooms.enter',
  /** Admit, grant, mute, remove, lock. */
  'rooms.host',
  /** Change a room's name policy, invited units and support contacts. */
  'rooms.configure',
] as const;
export type Permission = (typeof permissions)[number];

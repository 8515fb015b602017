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
  /** See sites, their equipment and readiness. */
  'sites.read',
  /** Keep a unit's sites: equipment, readiness, documents, costs (HB-6, DA-1). */
  'sites.write',
  /** Define the catalogue, the readiness checklist and room rules; waive, suspend (DA-1b, TM-1c). */
  'sites.configure',
  /** See plans, series and meetings of the unit. Those of a site's own meetings see them too. */
  'meetings.read',
  /** Propose a meeting outside the plan (HB-4.2, HB-7.2). */
  'meetings.request',
  /** Make and change plans, series and meetings; invite (HB-7.1, HB-8.1). */
  'meetings.write',
  /** Approve plans and meetings of others (I12). */
  'meetings.approve',
  /** Start, pause, end a meeting, and override a failed check (I14). */
  'meetings.preside',
  /** Change the working calendar and meeting types (HB-7.1). */
  'meetings.configure',
  /** Answer for a site: invitation, day-before check, site checklist, headcount (HB-8.3). */
  'meetings.answer',
  /** Open and close check campaigns and trial windows (HB-8.2, TM-3). */
  'checks.manage',
  /** Register people for training (DA-1a). */
  'trainings.register',
  /** Run training events: attendance of persons, certificates (DA-1a). */
  'trainings.manage',
  /** See reports of the unit. */
  'reports.read',
  /** Complete and submit the unit's reports and questionnaires (HB-11.4). */
  'reports.write',
  /** Accept or return reports of units below, run yearly reviews (HB-10.2). */
  'reports.receive',
  /** See notes of commendation and violation (I32). */
  'notes.read',
  /** Write notes of commendation and violation (HB-12). */
  'notes.write',
] as const;
export type Permission = (typeof permissions)[number];

import type { RosterEntry, TrainingRecord } from '@diemcau/contracts/identity/roster';

export interface RosterRow extends Omit<RosterEntry, 'training'> {
  readonly training: TrainingRecord[] | null;
  readonly path: string[];
  /** Where the entry stands in lists. */
  readonly sortKey: string;
}

/** The unit, then the person as Vietnamese lists have it; to be compared byte by byte. */
export const sortKey = `(unit.search || chr(1) || coalesce(u.sort_name, e.sort_name) || chr(1) || e.since::text) COLLATE "C"`;

/** What the entry does not say itself, the account of the person says. */
export const rosterColumns = `e.id, e.unit_id AS "unitId", unit.name AS "unitName", e.user_id AS "userId",
  coalesce(u.display_name, e.name) AS name, coalesce(e.phone, u.phone) AS phone, coalesce(e.email, u.email) AS email,
  e.duties, e.since::text, e.until::text, e.version, unit.path, ${sortKey} AS "sortKey",
  (SELECT json_agg(json_build_object('id', t.id, 'course', t.course, 'date', t.held_on, 'issuer', t.issuer,
                                     'certificateNo', t.certificate_no) ORDER BY t.held_on DESC, t.id)
   FROM training_records t WHERE t.entry_id = e.id) AS training`;

export const rosterTables =
  'roster_entries e JOIN units unit ON unit.id = e.unit_id LEFT JOIN users u ON u.id = e.user_id';

export const toEntry = ({ path: _path, sortKey: _sortKey, training, ...row }: RosterRow): RosterEntry => ({
  ...row,
  training: (training ?? []).slice(0, 100),
});

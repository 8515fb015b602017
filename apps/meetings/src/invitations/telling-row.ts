import { withMeetingColumns, withMeetingTables, type WithMeetingRow } from './invitation-row.js';

/** An invitation of which there is something to tell. */
export interface TellingRow extends WithMeetingRow {
  readonly revision: number;
  readonly uid: string;
  readonly recurrenceAt: Date | null;
  readonly sequence: number;
  readonly dispatchNumber: string | null;
}

/**
 * `$1`: now. `$2`: days before a meeting at which people are told the earliest; who was told of another time is told at once.
 * `$3`: how many. Another replica takes others.
 */
export const toTell = `
  SELECT ${withMeetingColumns}, i.revision, m.uid, m.recurrence_at AS "recurrenceAt", m.sequence,
         o.dispatch_number AS "dispatchNumber"
  FROM ${withMeetingTables} JOIN invited_meetings m ON m.occurrence_id = o.id
  WHERE i.revision > i.told_revision AND o.ends_at > $1
    AND (i.told_revision > 0 OR o.starts_at <= $1::timestamptz + make_interval(days => $2))
  ORDER BY o.starts_at, i.id LIMIT $3 FOR UPDATE OF i SKIP LOCKED`;

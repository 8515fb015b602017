import {
  type ClosingCheck,
  closingDays,
  type ClosingResult,
  type ClosingState,
} from '@diemcau/contracts/meetings/closing';
import type { MeetingKind, OccurrenceState } from '@diemcau/contracts/meetings/vocabulary';

/** A site of a meeting, with what its operator said when closing it. */
export interface ClosingRow {
  readonly occurrenceId: string;
  readonly siteId: string;
  readonly siteName: string;
  readonly siteUnitId: string;
  readonly sitePath: string[];
  readonly title: string;
  readonly unitName: string;
  readonly kind: MeetingKind;
  readonly meetingState: OccurrenceState;
  readonly startsAt: Date;
  /** When it really ended, once it has. */
  readonly endsAt: Date;
  readonly zone: string;
  readonly result: ClosingResult | null;
}

export const endOfMeeting = 'coalesce(l.ended_at, o.ends_at)';
export const closingSql = `
  SELECT os.occurrence_id AS "occurrenceId", os.site_id AS "siteId", site.name AS "siteName", site.unit_id AS "siteUnitId",
    site.unit_path AS "sitePath", o.title, o.unit_name AS "unitName", o.kind, o.state AS "meetingState",
    o.starts_at AS "startsAt", ${endOfMeeting} AS "endsAt", o.zone,
    CASE WHEN c.at IS NOT NULL THEN jsonb_build_object('at', c.at, 'items', c.items, 'note', c.note, 'tasks', c.tasks,
      'byUserId', c.by_user_id) END AS result
  FROM occurrence_sites os JOIN occurrences o ON o.id = os.occurrence_id JOIN sites site ON site.id = os.site_id
  LEFT JOIN live_sessions l ON l.occurrence_id = o.id
  LEFT JOIN closing_checks c ON c.occurrence_id = os.occurrence_id AND c.site_id = os.site_id`;

export const graceMs = closingDays * 86_400_000;

export function stateOf(
  { result, meetingState, endsAt }: Pick<ClosingRow, 'result' | 'meetingState' | 'endsAt'>,
  now: Date,
): ClosingState {
  if (result) return 'done';
  switch (meetingState) {
    case 'live':
    case 'paused':
      return 'open';
    case 'ended':
    case 'aborted':
    case 'reported':
      return now.getTime() - endsAt.getTime() <= graceMs ? 'open' : 'over';
    case 'rejected':
    case 'cancelled':
      return 'over';
    case 'draft':
    case 'pendingApproval':
    case 'scheduled':
    case 'postponed':
    case 'checking':
      return 'notYet';
  }
}

export const toClosing = (row: ClosingRow, expected: ClosingCheck['expected'], now: Date): ClosingCheck => ({
  occurrenceId: row.occurrenceId,
  siteId: row.siteId,
  title: row.title,
  unitName: row.unitName,
  siteName: row.siteName,
  startsAt: row.startsAt.toISOString(),
  endsAt: row.endsAt.toISOString(),
  zone: row.zone,
  state: stateOf(row, now),
  expected,
  // PostgreSQL writes instants of JSON with its own offset.
  result: row.result && { ...row.result, at: new Date(row.result.at).toISOString() },
});

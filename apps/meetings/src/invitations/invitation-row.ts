import type { Invitation, InvitationState, InvitedAs } from '@diemcau/contracts/meetings/invitations';
import type { KindName } from '@diemcau/contracts/meetings/meeting-types';
import type { InvitedMeeting, MyInvitation } from '@diemcau/contracts/meetings/replies';
import type { MeetingKind, OccurrenceState, SiteRole } from '@diemcau/contracts/meetings/vocabulary';
import { nameOf, ownName } from '../meeting-types/meeting-types.service.js';

export interface InvitationRow {
  readonly id: string;
  readonly occurrenceId: string;
  readonly siteId: string | null;
  readonly siteName: string | null;
  readonly siteRole: SiteRole | null;
  readonly unitId: string | null;
  readonly unitPath: string[] | null;
  readonly userId: string | null;
  readonly invitedAs: InvitedAs | null;
  readonly state: InvitationState;
  readonly round: number;
  readonly reason: string | null;
  readonly delegateId: string | null;
  readonly sentAt: Date | null;
  readonly viewedAt: Date | null;
  readonly answeredAt: Date | null;
}

export const invitationColumns = `i.id, i.occurrence_id AS "occurrenceId", i.site_id AS "siteId", s.name AS "siteName",
  i.site_role AS "siteRole", s.unit_id AS "unitId", s.unit_path AS "unitPath", i.user_id AS "userId",
  i.invited_as AS "invitedAs", i.state, i.round, i.reason, i.delegate_id AS "delegateId", i.sent_at AS "sentAt",
  i.viewed_at AS "viewedAt", i.answered_at AS "answeredAt"`;

/** With what it is an invitation to. */
export interface WithMeetingRow extends InvitationRow {
  readonly kind: MeetingKind;
  readonly ownName: KindName | null;
  readonly title: string;
  readonly meetingState: OccurrenceState;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly zone: string;
  readonly ownerUnitName: string;
  readonly roomSlug: string | null;
}

export const withMeetingColumns = `${invitationColumns}, o.kind, ${ownName('o')} AS "ownName", o.title, o.state AS "meetingState",
  o.starts_at AS "startsAt", o.ends_at AS "endsAt", o.zone, o.unit_name AS "ownerUnitName", r.slug AS "roomSlug"`;
export const withMeetingTables = `invitations i LEFT JOIN sites s ON s.id = i.site_id
  JOIN occurrences o ON o.id = i.occurrence_id LEFT JOIN rooms r ON r.id = o.room_id`;

/** By id; who is not there any more has none. */
export type Names = ReadonlyMap<string, string>;

const iso = (at: Date | null): string | null => at?.toISOString() ?? null;

export function toInvitation(row: InvitationRow, names: Names, withReason: boolean): Invitation {
  const {
    id,
    occurrenceId,
    siteId,
    siteName,
    siteRole,
    unitId,
    userId,
    invitedAs,
    state,
    round,
    delegateId,
  } = row;
  return {
    id,
    occurrenceId,
    siteId,
    siteName,
    siteRole,
    userId,
    personName: userId === null ? null : (names.get(userId) ?? null),
    invitedAs,
    unitId,
    state,
    round,
    sentAt: iso(row.sentAt),
    viewedAt: iso(row.viewedAt),
    answeredAt: iso(row.answeredAt),
    reason: withReason ? row.reason : null,
    delegateId,
    delegateName: delegateId === null ? null : (names.get(delegateId) ?? null),
  };
}

const toMeeting = (row: WithMeetingRow): InvitedMeeting => ({
  kind: row.kind,
  kindName: nameOf(row.kind, row.ownName),
  title: row.title,
  state: row.meetingState,
  startsAt: row.startsAt.toISOString(),
  endsAt: row.endsAt.toISOString(),
  zone: row.zone,
  ownerUnitName: row.ownerUnitName,
  roomSlug: row.roomSlug,
});

/** May it be answered at this time? */
export const isOpen = ({ state, meetingState, endsAt }: WithMeetingRow, now: Date): boolean =>
  state !== 'revoked' && (meetingState === 'scheduled' || meetingState === 'checking') && endsAt > now;

export const toMine = (row: WithMeetingRow, names: Names, now: Date): MyInvitation => ({
  invitation: toInvitation(row, names, true),
  meeting: toMeeting(row),
  open: isOpen(row, now),
});

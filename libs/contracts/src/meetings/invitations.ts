import { ClientOf, contract, takes } from '../core/contract.js';
import { failures } from '../core/failure.js';
import { Id, Ids, Instant, Int, ListOf, OneOf, Part, Text } from '../core/fields.js';
import { cursorChars, PageQuery } from '../core/page.js';
import { type SiteRole, siteRoles } from './vocabulary.js';

/**
 * `queued`: will be told within a minute, at the earliest 30 days before the meeting. `sent`: told. `viewed`: opened, not yet
 * answered. `revoked`: no longer invited; stays on record.
 */
export const invitationStates = [
  'queued',
  'sent',
  'viewed',
  'accepted',
  'declined',
  'delegated',
  'revoked',
] as const;
export type InvitationState = (typeof invitationStates)[number];

export const invitationAnswers = ['accepted', 'declined', 'delegated'] as const;
export type InvitationAnswer = (typeof invitationAnswers)[number];

/** As what a person is invited; a site is invited in its role. `delegate`: in somebody's stead. */
export const invitedAs = ['chair', 'director', 'secretary', 'invited', 'delegate'] as const;
export type InvitedAs = (typeof invitedAs)[number];

/** Of a site or of a person: one of the two. */
export class Invitation {
  @Id() id: string;
  @Id() occurrenceId: string;
  @Id({ nullable: true }) siteId: string | null;
  @Text({ max: 200, nullable: true }) siteName: string | null;
  @OneOf(siteRoles, { nullable: true }) siteRole: SiteRole | null;
  @Id({ nullable: true }) userId: string | null;
  /** Null for a site, and for a person who is no longer there. */
  @Text({ max: 120, nullable: true }) personName: string | null;
  @OneOf(invitedAs, { nullable: true }) invitedAs: InvitedAs | null;
  /** The site's unit; null for a person. */
  @Id({ nullable: true }) unitId: string | null;
  @OneOf(invitationStates) state: InvitationState;
  /** Rises whenever the answer is asked for anew (I15); an answer names the one it answers. */
  @Int({ min: 1, max: 2_000_000_000 }) round: number;
  @Instant({ nullable: true }) sentAt: string | null;
  @Instant({ nullable: true }) viewedAt: string | null;
  @Instant({ nullable: true }) answeredAt: string | null;
  /** Why it was declined or delegated. */
  @Text({ max: 500, nullable: true, multiline: true }) reason: string | null;
  @Id({ nullable: true }) delegateId: string | null;
  @Text({ max: 120, nullable: true }) delegateName: string | null;
}

/** How many in each state; who is no longer invited is not counted. */
export class InvitationTally {
  @Int({ min: 0, max: 100_000 }) queued: number;
  @Int({ min: 0, max: 100_000 }) sent: number;
  @Int({ min: 0, max: 100_000 }) viewed: number;
  @Int({ min: 0, max: 100_000 }) accepted: number;
  @Int({ min: 0, max: 100_000 }) declined: number;
  @Int({ min: 0, max: 100_000 }) delegated: number;
}

export class InvitationsQuery extends PageQuery {
  @Id() occurrenceId: string;
  @OneOf(invitationStates, { optional: true }) state?: InvitationState;
}
export class InvitationPage {
  /** Sites first, by role and name; then people. Revoked ones only when asked for. */
  @ListOf(() => Invitation, { max: 200 }) items: Invitation[];
  @Text({ max: cursorChars, nullable: true }) nextCursor: string | null;
  @Part(() => InvitationTally) tally: InvitationTally;
}

export class InvitePeople {
  @Id() occurrenceId: string;
  /** People of the same province, 1–200. */
  @Ids({ max: 200 }) userIds: string[];
}
export class InvitationRef {
  @Id() invitationId: string;
}

/** Of sites and people to a meeting; sites, chair, director and secretary are invited by themselves (HB-8.1). */
export const Invitations = contract('meetings.invitations', {
  /** For who sees the meeting; reasons for who prepares or presides over it, and for the site's own unit. */
  list: takes(InvitationsQuery).gives(InvitationPage),
  /** Further people, by name. Needs `meetings.write` over the meeting's unit; who is invited already stays so. */
  invite: takes(InvitePeople).gives(InvitationPage),
  /** Takes back what {@link invite} did; who was told gets a cancellation. */
  revoke: takes(InvitationRef),
});
export class InvitationsClient extends ClientOf(Invitations) {}

export const invitationErrors = failures('invitations', {
  notFound: { status: 404, vi: 'Không tìm thấy giấy mời', en: 'There is no such invitation' },
  meetingNotFound: { status: 404, vi: 'Không tìm thấy cuộc họp', en: 'There is no such meeting' },
  notOpen: {
    status: 409,
    vi: 'Cuộc họp chưa được xếp lịch, đã huỷ hoặc đã kết thúc',
    en: 'The meeting is not scheduled yet, was cancelled, or is over',
  },
  ofMeeting: {
    status: 409,
    vi: 'Điểm cầu, chủ trì, kỹ thuật, thư ký được mời theo cuộc họp; hãy sửa ở cuộc họp',
    en: 'Sites, chair, director and secretary are invited with the meeting; change it there',
  },
});

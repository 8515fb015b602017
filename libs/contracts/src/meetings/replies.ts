import { Addressee } from '../identity/addressees.js';
import { ClientOf, contract, takes } from '../core/contract.js';
import { failures } from '../core/failure.js';
import { Flag, Id, Instant, Int, ListOf, OneOf, Part, Secret, Text } from '../core/fields.js';
import { cursorChars, PageQuery } from '../core/page.js';
import { Invitation, type InvitationAnswer, invitationAnswers, InvitationRef } from './invitations.js';
import { KindName } from './meeting-types.js';
import { type MeetingKind, meetingKinds, type OccurrenceState, occurrenceStates } from './vocabulary.js';

/** What one is invited to. */
export class InvitedMeeting {
  @OneOf(meetingKinds) kind: MeetingKind;
  @Part(() => KindName) kindName: KindName;
  @Text({ max: 300 }) title: string;
  @OneOf(occurrenceStates) state: OccurrenceState;
  @Instant() startsAt: string;
  @Instant() endsAt: string;
  /** IANA name of the zone its times are meant in. */
  @Text({ max: 60 }) zone: string;
  @Text({ max: 200 }) ownerUnitName: string;
  /** `/r/:slug`; null while it has no room. */
  @Text({ max: 60, nullable: true }) roomSlug: string | null;
}
export class MyInvitation {
  @Part(() => Invitation) invitation: Invitation;
  @Part(() => InvitedMeeting) meeting: InvitedMeeting;
  /** May it be answered now: scheduled, not over? */
  @Flag() open: boolean;
}

export class MyInvitationsQuery extends PageQuery {
  /** Also what is over or was answered; only what waits for an answer unless told. */
  @Flag({ optional: true }) all?: boolean;
}
export class MyInvitationPage {
  /** The soonest first; with `all` the latest first. */
  @ListOf(() => MyInvitation, { max: 200 }) items: MyInvitation[];
  @Text({ max: cursorChars, nullable: true }) nextCursor: string | null;
}

export class AnswerInvitation extends InvitationRef {
  /** Of the invitation as it was read: one that was asked anew is answered anew. */
  @Int({ min: 1, max: 2_000_000_000 }) round: number;
  @OneOf(invitationAnswers) answer: InvitationAnswer;
  /** Needed to decline. */
  @Text({ max: 500, multiline: true, optional: true, example: 'Trùng kỳ kiểm tra của trường' })
  reason?: string;
  /** Who comes instead, of the same unit; needed to delegate. */
  @Id({ optional: true }) delegateId?: string;
}

export class DelegatesQuery extends InvitationRef {
  @Text({ max: 100, optional: true }) q?: string;
}
export class Delegates {
  @ListOf(() => Addressee, { max: 20 }) items: Addressee[];
}

export class ReplyLink {
  /** Of the link in the mail. */
  @Secret({ max: 1000 }) token: string;
}
export const linkAnswers = ['accepted', 'declined'] as const;
export class AnswerByLink extends ReplyLink {
  @OneOf(linkAnswers) answer: (typeof linkAnswers)[number];
  @Text({ max: 500, multiline: true, optional: true, example: 'Trùng kỳ kiểm tra của trường' })
  reason?: string;
}

/**
 * Answers to invitations: by the invited person, and for a site by whoever holds `meetings.answer` over its unit. An answer
 * may be changed until the meeting begins.
 */
export const Replies = contract('meetings.replies', {
  mine: takes(MyInvitationsQuery).gives(MyInvitationPage),
  /** One of one's own; opening it counts as having seen it. */
  view: takes(InvitationRef).gives(MyInvitation),
  answer: takes(AnswerInvitation).gives(MyInvitation),
  /** Who may come instead: staff of the same unit. */
  delegates: takes(DelegatesQuery).gives(Delegates),
  /** What a mail's link leads to, without signing in; counts as having seen it. */
  open: takes(ReplyLink).gives(MyInvitation),
  /** Delegating needs a sign-in: it shows who works at the unit. */
  answerByLink: takes(AnswerByLink).gives(MyInvitation),
});
export class RepliesClient extends ClientOf(Replies) {}

export const replyErrors = failures('replies', {
  linkOver: {
    status: 401,
    vi: 'Liên kết đã hết hiệu lực: cuộc họp đã đổi hoặc đã qua; xin xem thư mới nhất',
    en: 'The link is over: the meeting was changed or has passed; please see the latest mail',
  },
  askedAnew: {
    status: 412,
    vi: 'Cuộc họp vừa đổi; xin xem lại rồi trả lời',
    en: 'The meeting has just changed; please look again and answer',
  },
  notOpen: {
    status: 409,
    vi: 'Không trả lời được nữa: cuộc họp đã bắt đầu, đã huỷ hoặc không còn mời',
    en: 'It can no longer be answered: the meeting has begun, was cancelled, or the invitation taken back',
  },
  reasonNeeded: { status: 400, vi: 'Xin ghi lý do từ chối', en: 'Please say why you decline' },
  delegateNeeded: {
    status: 400,
    vi: 'Xin chọn người dự thay, cùng đơn vị và không phải chính mình',
    en: 'Please choose who comes instead: of the same unit, and not the same person',
  },
  noFurther: {
    status: 409,
    vi: 'Người dự thay không uỷ quyền tiếp; xin trả lời tham dự hoặc từ chối',
    en: 'Who comes instead of somebody cannot delegate further; please accept or decline',
  },
});

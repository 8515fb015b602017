import { ClientOf, contract, takes } from '../core/contract.js';
import { failures } from '../core/failure.js';
import { Id, Instant, Int, ListOf, OneOf, Part, Text } from '../core/fields.js';
import { facts } from '../core/messages.js';
import { cursorChars, Nothing, PageQuery } from '../core/page.js';
import { type DataKindKey, dataKindKeys } from './privacy-kinds.js';

/** One language's description of a kind of data. */
export class DataKindWords {
  @Text({ max: 300 }) title: string;
  @Text({ max: 300 }) purpose: string;
  @Text({ max: 300 }) legalBasis: string;
  @Text({ max: 300 }) seenBy: string;
}

export const retentionKinds = ['erasure', 'days', 'fixedDays', 'never'] as const;
export type RetentionKind = (typeof retentionKinds)[number];

export class DataKindView {
  @OneOf(dataKindKeys) kind: DataKindKey;
  @Text({ max: 60 }) service: string;
  /** `erasure`: as long as the account. `never`: for good, without a name once the person was erased. */
  @OneOf(retentionKinds) until: RetentionKind;
  /** In the caller's province; null where it is not by days. */
  @Int({ min: 1, max: 10_000, nullable: true }) days: number | null;
  @Part(() => DataKindWords) vi: DataKindWords;
  @Part(() => DataKindWords) en: DataKindWords;
}
export class DataKindList {
  @ListOf(() => DataKindView, { max: 100 }) items: DataKindView[];
}

export const privacyRequestKinds = ['archive', 'erasure'] as const;
/** `archive`: everything about a person in one file. `erasure`: forget who it was. */
export type PrivacyRequestKind = (typeof privacyRequestKinds)[number];

export const privacyRequestStates = ['waiting', 'running', 'done', 'refused', 'withdrawn', 'failed'] as const;
export type PrivacyRequestState = (typeof privacyRequestStates)[number];

export class PrivacyRequest {
  @Id() id: string;
  @OneOf(privacyRequestKinds) kind: PrivacyRequestKind;
  @OneOf(privacyRequestStates) state: PrivacyRequestState;
  @Id() userId: string;
  /** As the account is named now. */
  @Text({ max: 120 }) displayName: string;
  @Id() unitId: string;
  @Text({ max: 200 }) unitName: string;
  /** The person, or who asked in their name. */
  @Id() requestedBy: string;
  @Instant() requestedAt: string;
  /** By then it must be answered: 10 days for an archive, 20 for an erasure. */
  @Instant() dueAt: string;
  /** An erasure is not executed before, unless somebody else approves it. */
  @Instant() executeAt: string;
  @Text({ max: 500, nullable: true, multiline: true }) reason: string | null;
  /** Of the kinds of data, how many are through. */
  @Int({ min: 0, max: 1000 }) progress: number;
  @Int({ min: 0, max: 1000 }) total: number;
  /** Who approved, refused or withdrew it. */
  @Id({ nullable: true }) decidedBy: string | null;
  @Instant({ nullable: true }) endedAt: string | null;
  /** Why it was refused, or the code of why it failed. */
  @Text({ max: 500, nullable: true, multiline: true }) outcome: string | null;
  /** Until when the archive can be fetched; null when there is none (any more). */
  @Instant({ nullable: true }) archiveUntil: string | null;
}

export class PrivacyRequestQuery extends PageQuery {
  @OneOf(privacyRequestKinds, { optional: true }) kind?: PrivacyRequestKind;
  @OneOf(privacyRequestStates, { optional: true }) state?: PrivacyRequestState;
  @Id({ optional: true }) userId?: string;
}
export class PrivacyRequestPage {
  @ListOf(() => PrivacyRequest, { max: 200 }) items: PrivacyRequest[];
  @Text({ max: cursorChars, nullable: true }) nextCursor: string | null;
}
export class PrivacyRequestRef {
  @Id() requestId: string;
}

export class AskForArchive {
  /** The caller's own unless given. */
  @Id({ optional: true }) userId?: string;
}
export class AskForErasure {
  /** The caller's own account unless given. */
  @Id({ optional: true }) userId?: string;
  /** Typed once more, so that nobody is erased by a slip. */
  @Text({ max: 100, example: 'nguyen-van-mau' }) userName: string;
  @Text({ max: 500, optional: true, multiline: true }) reason?: string;
}
export class ApproveErasure {
  @Id() requestId: string;
  /** Of the person, typed once more. */
  @Text({ max: 100 }) userName: string;
}
export class RefuseRequest {
  @Id() requestId: string;
  /** Told to the person, with the provision it rests on, 2–500 characters. */
  @Text({ min: 2, max: 500, multiline: true }) reason: string;
}

export class ArchiveChunkQuery {
  @Id() requestId: string;
  /** From 0 on. */
  @Int({ min: 0, max: 1_000_000 }) index: number;
}
export class ArchiveChunk {
  /** Of the JSON document; the parts put together are the whole. */
  @Text({ max: 300_000, multiline: true }) text: string;
  @Int({ min: 1, max: 1_000_000 }) count: number;
}

/** Law 91/2025/QH15, Articles 4, 13, 14, 15: the rights of the data subject. */
export const Privacy = contract('identity.privacy', {
  /** What is kept, why, for how long and who sees it. */
  kinds: takes(Nothing).gives(DataKindList),
  /** The caller's own requests, and those of the units over which the caller holds `privacy.manage`. */
  requests: takes(PrivacyRequestQuery).gives(PrivacyRequestPage),
  find: takes(PrivacyRequestRef).gives(PrivacyRequest),
  askForArchive: takes(AskForArchive).gives(PrivacyRequest),
  askForErasure: takes(AskForErasure).gives(PrivacyRequest),
  /** At once, by somebody else than who asked. */
  approve: takes(ApproveErasure).gives(PrivacyRequest),
  refuse: takes(RefuseRequest).gives(PrivacyRequest),
  /** By who asked, or the person, while it waits. */
  withdraw: takes(PrivacyRequestRef).gives(PrivacyRequest),
  /** By the person or who asked; fetching the first part is an audit entry. */
  archiveChunk: takes(ArchiveChunkQuery).gives(ArchiveChunk),
});
export class PrivacyClient extends ClientOf(Privacy) {}

export class UserErased {
  @Id() userId: string;
  @Id() provinceId: string;
  @Instant() at: string;
}
/** Told once; every service that holds personal data takes out what tells who it was. */
export const UserErasureFacts = facts('identity.users', { erased: UserErased });

export const privacyErrors = failures('privacy', {
  notFound: { status: 404, vi: 'Không tìm thấy yêu cầu này', en: 'There is no such request' },
  wrongName: {
    status: 422,
    vi: 'Tên đăng nhập gõ lại chưa khớp',
    en: 'The user name that was typed does not match',
  },
  lastAdmin: {
    status: 409,
    vi: 'Đây là quản trị sở cuối cùng; hãy giao vai trò cho người khác trước',
    en: 'This is the last department administrator; give the role to somebody else first',
  },
  alreadyAsked: {
    status: 409,
    vi: 'Đã có yêu cầu như vậy đang chờ giải quyết',
    en: 'Such a request is waiting already',
  },
  erased: { status: 409, vi: 'Người này đã được xoá', en: 'This person has been erased already' },
  sameRequester: {
    status: 403,
    vi: 'Người gửi yêu cầu không tự duyệt được; xin nhờ người khác có quyền',
    en: 'Who asked cannot approve; somebody else with the right must',
  },
  decided: { status: 409, vi: 'Yêu cầu này không còn chờ', en: 'This request does not wait any more' },
  noArchive: {
    status: 410,
    vi: 'Bản tổng hợp chưa có hoặc đã hết hạn giữ',
    en: 'The archive is not there yet, or is kept no longer',
  },
});

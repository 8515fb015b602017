import { ClientOf, contract, takes } from '../core/contract.js';
import { Flag, Id, Instant, ListOf, OneOf, Text } from '../core/fields.js';
import { cursorChars, PageQuery } from '../core/page.js';
import { Occurrence, OccurrenceLine } from './occurrences.js';
import { OccurrenceContent, OccurrenceRef, OccurrenceStep } from './occurrences-changes.js';

/** A meeting outside the plan, asked for by a unit; the department becomes its owner and decides (HB-4.2, HB-7.2). */
export class AskForMeeting extends OccurrenceContent {
  /** Who asks. */
  @Id() unitId: string;
  /** The urgent path: has its own entry in the audit log, and its papers and checks are due at once. */
  @Flag({ example: false }) urgent: boolean;
  /** Why it is needed. */
  @Text({ max: 500, example: 'Triển khai công văn khẩn của Bộ' }) reason: string;
}

export const requestViews = ['toDecide', 'own', 'decided'] as const;
/** `toDecide`: waits for the caller. `own`: asked for by the caller. `decided`: what the caller may approve, decided. */
export type RequestView = (typeof requestViews)[number];

export class RequestQuery extends PageQuery {
  @OneOf(requestViews, { optional: true }) view?: RequestView;
}
export class MeetingRequest extends OccurrenceLine {
  @Id({ nullable: true }) requestingUnitId: string | null;
  @Text({ max: 200, nullable: true }) requestingUnitName: string | null;
  @Id({ nullable: true }) authorId: string | null;
  @Text({ max: 500, nullable: true }) reason: string | null;
  /** When it was asked for. */
  @Instant() askedAt: string;
  /** The caller may decide: has the permission and is not the author (I12). */
  @Flag() decidable: boolean;
}
export class RequestPage {
  /** Urgent ones first, then by start. */
  @ListOf(() => MeetingRequest, { max: 200 }) items: MeetingRequest[];
  @Text({ max: cursorChars, nullable: true }) nextCursor: string | null;
}

export class RejectRequest extends OccurrenceStep {
  @Text({ max: 500, example: 'Đã có nội dung này trong giao ban tháng' }) reason: string;
}

export const Requests = contract('meetings.requests', {
  list: takes(RequestQuery).gives(RequestPage),
  ask: takes(AskForMeeting).gives(Occurrence),
  /** By somebody else than the author (I12), once it has what it needs (I13). */
  approve: takes(OccurrenceStep).gives(Occurrence),
  reject: takes(RejectRequest).gives(Occurrence),
  /** Of the author: a draft again, to be mended and submitted anew. */
  takeBack: takes(OccurrenceRef).gives(Occurrence),
});
export class RequestsClient extends ClientOf(Requests) {}

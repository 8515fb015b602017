import { ClientOf, contract, takes } from '../core/contract.js';
import { failures } from '../core/failure.js';
import { Flag, Id, Instant, Int, ListOf, OneOf, Text } from '../core/fields.js';
import { cursorChars, PageQuery } from '../core/page.js';

/** `closed` by whoever reported, once the answer helped. */
export const feedbackStates = ['open', 'answered', 'closed'] as const;
export type FeedbackState = (typeof feedbackStates)[number];

/** A problem that a unit reports to those above it, and what they answer (HB-12). */
export class Feedback {
  @Id() id: string;
  @Id() unitId: string;
  @Text({ max: 200 }) unitName: string;
  @Text({ max: 200 }) title: string;
  @Text({ max: 5000, multiline: true }) text: string;
  @OneOf(feedbackStates) state: FeedbackState;
  /** Whether the caller reported it. */
  @Flag() mine: boolean;
  /** Whether the caller may answer it. */
  @Flag() mayAnswer: boolean;
  @Instant() createdAt: string;
  @Text({ max: 5000, multiline: true, nullable: true }) answer: string | null;
  @Instant({ nullable: true }) answeredAt: string | null;
  @Int({ min: 1, max: 2_000_000_000 }) version: number;
}
export class FeedbackQuery extends PageQuery {
  @Id({ optional: true }) unitId?: string;
  @OneOf(feedbackStates, { optional: true }) state?: FeedbackState;
}
export class FeedbackPage {
  /** The latest first. */
  @ListOf(() => Feedback, { max: 200 }) items: Feedback[];
  @Text({ max: cursorChars, nullable: true }) nextCursor: string | null;
  @Int({ min: 0, max: 1_000_000 }) total: number;
}
export class FeedbackRef {
  @Id() feedbackId: string;
}
export class ReportProblem {
  @Id() unitId: string;
  @Text({ max: 200, example: 'Đường truyền hay đứt buổi chiều' }) title: string;
  @Text({ max: 5000, multiline: true }) text: string;
}
export class AnswerFeedback extends FeedbackRef {
  /** As it was read; 412 when somebody else was quicker. */
  @Int({ min: 1, max: 2_000_000_000 }) version: number;
  @Text({ max: 5000, multiline: true }) answer: string;
}
export class CloseFeedback extends FeedbackRef {
  @Int({ min: 1, max: 2_000_000_000 }) version: number;
}

/** Reported by anybody with `sites.read` in the unit; seen by who reported and with `reports.read`, answered with `reports.receive`. */
export const FeedbackChannel = contract('meetings.feedback', {
  list: takes(FeedbackQuery).gives(FeedbackPage),
  find: takes(FeedbackRef).gives(Feedback),
  report: takes(ReportProblem).gives(Feedback),
  answer: takes(AnswerFeedback).gives(Feedback),
  close: takes(CloseFeedback).gives(Feedback),
});
export class FeedbackClient extends ClientOf(FeedbackChannel) {}

export const feedbackErrors = failures('feedback', {
  notFound: { status: 404, vi: 'Không tìm thấy phản ánh', en: 'There is no such report of a problem' },
  closed: { status: 409, vi: 'Phản ánh đã đóng', en: 'This is closed already' },
  changedMeanwhile: {
    status: 412,
    vi: 'Có người vừa sửa trước; xin tải lại rồi sửa tiếp',
    en: 'Somebody else was quicker; please reload and change again',
  },
});

import { ClientOf, contract, takes } from '../core/contract.js';
import { failures } from '../core/failure.js';
import { Day, Flag, Id, Ids, Instant, Int, ListOf, OneOf, Part, Text, TextsOf } from '../core/fields.js';
import { cursorChars, PageQuery } from '../core/page.js';
import { AnswerValue, Collected, PlannedCourse, Question, TrainingWish } from './reviews-questions.js';

/** `draft`: the questions may still change. `open`: units answer until the deadline. */
export const reviewStates = ['draft', 'open', 'closed'] as const;
export type ReviewState = (typeof reviewStates)[number];

/** A yearly look at the rooms: one questionnaire to the units below (HB-10.2). */
export class Review {
  @Id() id: string;
  @Id() unitId: string;
  @Text({ max: 200 }) unitName: string;
  @Int({ min: 2000, max: 2999 }) year: number;
  @Text({ max: 200 }) title: string;
  @Text({ min: 0, max: 2000, multiline: true }) intro: string;
  @ListOf(() => Question, { max: 60 }) questions: Question[];
  /** The last day to answer. */
  @Day() deadline: string;
  @OneOf(reviewStates) state: ReviewState;
  /** Units that are asked, and that have submitted. */
  @Int({ min: 0, max: 100_000 }) asked: number;
  @Int({ min: 0, max: 100_000 }) answered: number;
  /** Units that have saved anything: from then on the questions stay. */
  @Int({ min: 0, max: 100_000 }) begun: number;
  @Int({ min: 1, max: 2_000_000_000 }) version: number;
}
export class ReviewQuery extends PageQuery {
  @Int({ min: 2000, max: 2999, optional: true }) year?: number;
  @OneOf(reviewStates, { optional: true }) state?: ReviewState;
}
export class ReviewPage {
  /** The latest first. */
  @ListOf(() => Review, { max: 200 }) items: Review[];
  @Text({ max: cursorChars, nullable: true }) nextCursor: string | null;
}
export class ReviewRef {
  @Id() reviewId: string;
}
export class ReviewAct extends ReviewRef {
  @Int({ min: 1, max: 2_000_000_000 }) version: number;
}
export class MakeReview {
  @Id() unitId: string;
  @Int({ min: 2000, max: 2999, example: 2026 }) year: number;
  @Text({ max: 200, example: 'Rà soát phòng họp trực tuyến năm 2026' }) title: string;
  @Text({ min: 0, max: 2000, multiline: true, optional: true }) intro?: string;
  @ListOf(() => Question, { max: 60 }) questions: Question[];
  @Day() deadline: string;
}
/** All of a draft, and of an open review until the first unit has saved an answer; after that the deadline alone. */
export class ChangeReview extends ReviewAct {
  @Text({ max: 200, optional: true }) title?: string;
  @Text({ min: 0, max: 2000, multiline: true, optional: true }) intro?: string;
  @ListOf(() => Question, { max: 60, optional: true }) questions?: Question[];
  /** May be moved while the review is open, too; who has not handed in is reminded before the new one. */
  @Day({ optional: true }) deadline?: string;
}
/** Asks units below; unless told which, those with a site. */
export class OpenReview extends ReviewAct {
  @Ids({ max: 1000, optional: true }) unitIds?: string[];
}

export const answerStates = ['asked', 'draft', 'submitted'] as const;
export type AnswerState = (typeof answerStates)[number];

/** What one unit answers. */
export class ReviewAnswer {
  @Id() id: string;
  @Id() reviewId: string;
  @Text({ max: 200 }) title: string;
  @Text({ min: 0, max: 2000, multiline: true }) intro: string;
  @Day() deadline: string;
  @ListOf(() => Question, { max: 60 }) questions: Question[];
  @Id() unitId: string;
  @Text({ max: 200 }) unitName: string;
  @ListOf(() => AnswerValue, { max: 60 }) values: AnswerValue[];
  /** The unit's part of the training plan for operators. */
  @ListOf(() => TrainingWish, { max: 50 }) training: TrainingWish[];
  @OneOf(answerStates) state: AnswerState;
  /** Until the deadline, while the review is open. */
  @Flag() takesAnswers: boolean;
  @Instant({ nullable: true }) submittedAt: string | null;
  @Int({ min: 1, max: 2_000_000_000 }) version: number;
}
export class AnswerQuery extends PageQuery {
  @Id({ optional: true }) reviewId?: string;
  @OneOf(answerStates, { optional: true }) state?: AnswerState;
}
export class AnswerLine {
  @Id() id: string;
  @Id() reviewId: string;
  @Text({ max: 200 }) title: string;
  @Day() deadline: string;
  @Id() unitId: string;
  @Text({ max: 200 }) unitName: string;
  @OneOf(answerStates) state: AnswerState;
  @Instant({ nullable: true }) submittedAt: string | null;
}
export class AnswerPage {
  /** What is due first, then by unit. */
  @ListOf(() => AnswerLine, { max: 200 }) items: AnswerLine[];
  @Text({ max: cursorChars, nullable: true }) nextCursor: string | null;
  @Int({ min: 0, max: 1_000_000 }) total: number;
}
export class AnswerRef {
  @Id() answerId: string;
}
export class SaveAnswer extends AnswerRef {
  @Int({ min: 1, max: 2_000_000_000 }) version: number;
  @ListOf(() => AnswerValue, { max: 60 }) values: AnswerValue[];
  @ListOf(() => TrainingWish, { max: 50 }) training: TrainingWish[];
  /** Also hands it in: what is needed must be there. It may be changed and handed in again until the deadline. */
  @Flag() submit: boolean;
}
/** For {@link Question} and {@link Collected}, where a caller asks for the words alone. */
export class ReviewReport {
  @Part(() => Review) review: Review;
  /** Whom the asking unit lies under, for the paper; null at the top. */
  @Text({ max: 200, nullable: true }) parentName: string | null;
  @ListOf(() => Collected, { max: 60 }) questions: Collected[];
  /** Line by line, the first 1,000. */
  @ListOf(() => TrainingWish, { max: 1000 }) training: TrainingWish[];
  /** The training plan for operators that follows from all of them: a line for each course and month. */
  @ListOf(() => PlannedCourse, { max: 500 }) plan: PlannedCourse[];
  /** Units that have not answered, the first by name. */
  @TextsOf({ max: 200, each: 200 }) missing: string[];
}

/** Run with `reports.receive` over the asking unit; answered with `reports.write` over the unit asked. */
export const Reviews = contract('meetings.reviews', {
  list: takes(ReviewQuery).gives(ReviewPage),
  find: takes(ReviewRef).gives(Review),
  make: takes(MakeReview).gives(Review),
  change: takes(ChangeReview).gives(Review),
  open: takes(OpenReview).gives(Review),
  close: takes(ReviewAct).gives(Review),
  collected: takes(ReviewRef).gives(ReviewReport),
  /** Of one's own units, and of those whose answers one collects. */
  answers: takes(AnswerQuery).gives(AnswerPage),
  answer: takes(AnswerRef).gives(ReviewAnswer),
  save: takes(SaveAnswer).gives(ReviewAnswer),
});
export class ReviewsClient extends ClientOf(Reviews) {}

export const reviewErrors = failures('reviews', {
  notFound: { status: 404, vi: 'Không tìm thấy đợt rà soát', en: 'There is no such review' },
  noAnswer: { status: 404, vi: 'Không tìm thấy phiếu trả lời', en: 'There is no such answer sheet' },
  badQuestions: {
    status: 400,
    vi: 'Câu hỏi chưa đúng: mã trùng, thiếu phương án hoặc thang đo ngược',
    en: 'The questions are not right: a key twice, choices missing, or a scale upside down',
  },
  notNow: {
    status: 409,
    vi: 'Đợt rà soát đang ở trạng thái không làm được việc này',
    en: 'The review is in a state in which this cannot be done',
  },
  nobodyAsked: {
    status: 409,
    vi: 'Không có đơn vị cấp dưới nào để hỏi',
    en: 'There is no unit below to ask',
  },
  answeredAlready: {
    status: 409,
    vi: 'Đã có đơn vị trả lời nên chỉ còn đổi được hạn',
    en: 'Somebody has begun to answer: only the deadline may still change',
  },
  deadlinePassed: { status: 409, vi: 'Đã hết hạn trả lời', en: 'The deadline has passed' },
  badAnswer: {
    status: 400,
    vi: 'Câu trả lời không hợp với câu hỏi',
    en: 'An answer does not fit its question',
  },
  incomplete: {
    status: 409,
    vi: 'Còn câu bắt buộc chưa trả lời',
    en: 'Questions that have to be answered are still empty',
  },
  changedMeanwhile: {
    status: 412,
    vi: 'Có người vừa sửa trước; xin tải lại rồi sửa tiếp',
    en: 'Somebody else was quicker; please reload and change again',
  },
});

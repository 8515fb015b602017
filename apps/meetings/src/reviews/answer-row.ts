import type { ReviewAnswer, ReviewState } from '@diemcau/contracts/meetings/reviews';
import { dayOf } from '@diemcau/service/time/vietnam-day';

export interface AnswerRow extends Omit<ReviewAnswer, 'submittedAt' | 'takesAnswers'> {
  readonly unitPath: string[];
  /** Of the unit that runs the review. */
  readonly runnerPath: string[];
  readonly reviewState: ReviewState;
  readonly submittedAt: Date | null;
}

export const answerTables = 'review_answers a JOIN reviews r ON r.id = a.review_id';

export const answerColumns = `a.id, a.review_id AS "reviewId", r.title, r.intro, r.deadline::text AS deadline, r.questions,
  a.unit_id AS "unitId", a.unit_name AS "unitName", a.unit_path AS "unitPath", r.unit_path AS "runnerPath",
  r.state AS "reviewState", a.answers AS values, a.training, a.state, a.submitted_at AS "submittedAt", a.version`;

export const sheetOf = (row: AnswerRow, now: Date): ReviewAnswer => {
  const { unitPath: _path, runnerPath: _runner, reviewState, submittedAt, ...sheet } = row;
  return {
    ...sheet,
    takesAnswers: reviewState === 'open' && dayOf(now) <= sheet.deadline,
    submittedAt: submittedAt?.toISOString() ?? null,
  };
};

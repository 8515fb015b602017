import { type Caller, mayOn } from '@diemcau/contracts/core/caller';
import type { Feedback } from '@diemcau/contracts/meetings/notes-feedback';

export interface FeedbackRow extends Omit<Feedback, 'createdAt' | 'answeredAt' | 'mine' | 'mayAnswer'> {
  readonly unitPath: string[];
  readonly authorId: string;
  readonly createdAt: Date;
  readonly answeredAt: Date | null;
}

export const feedbackColumns = `f.id, f.unit_id AS "unitId", f.unit_path AS "unitPath", f.unit_name AS "unitName",
  f.author_id AS "authorId", f.title, f.text, f.state, f.created_at AS "createdAt", f.answer,
  f.answered_at AS "answeredAt", f.version`;

export function toFeedback(row: FeedbackRow, caller: Caller): Feedback {
  const { unitPath, authorId, createdAt, answeredAt, ...feedback } = row;
  return {
    ...feedback,
    mine: caller.kind === 'user' && authorId === caller.userId,
    mayAnswer: feedback.state !== 'closed' && mayOn(caller, 'reports.receive', unitPath),
    createdAt: createdAt.toISOString(),
    answeredAt: answeredAt?.toISOString() ?? null,
  };
}

import { ClientOf, contract, takes } from '../core/contract.js';
import { failures } from '../core/failure.js';
import { Decimal, Flag, Id, Ids, Int, ListOf, Text } from '../core/fields.js';
import { PersonNamed } from './occurrences-parts.js';

export class Criterion {
  @Id() id: string;
  @Text({ max: 300 }) title: string;
  @Decimal({ min: 0.25, max: 1000 }) maxPoints: number;
}
/** Points for one criterion, by the caller or one of the jury. */
export class Points {
  @Id() criterionId: string;
  /** 0 to the criterion's most, in quarters. */
  @Decimal({ min: 0, max: 1000, example: 8.5 }) points: number;
}
export class JuryScore {
  @Id() jurorId: string;
  @ListOf(() => Points, { max: 30 }) points: Points[];
  @Decimal({ min: 0, max: 100_000 }) total: number;
}
export class Contestant {
  @Id() id: string;
  @Text({ max: 200 }) name: string;
  @Text({ max: 200, nullable: true }) unitName: string | null;
  /** All of the jury's that the caller may see: who scores sees own ones until the meeting has ended. */
  @ListOf(() => JuryScore, { max: 50 }) scores: JuryScore[];
  /** Mean of whole sheets of the jury; null before the first, and while the caller may not see it. */
  @Decimal({ min: 0, max: 100_000, nullable: true }) average: number | null;
  /** 1 is the best; equal averages share a rank. */
  @Int({ min: 1, max: 1000, nullable: true }) rank: number | null;
}
export class JuryMember extends PersonNamed {
  /** Contestants to whom this one gave points for every criterion: how far, not how many. */
  @Int({ min: 0, max: 500 }) scored: number;
}
/** Of a class observation, a demonstration lesson, a contest (HB-2.1). */
export class ScoreSheet {
  @Id() occurrenceId: string;
  @ListOf(() => Criterion, { max: 30 }) criteria: Criterion[];
  @ListOf(() => JuryMember, { max: 50 }) jury: JuryMember[];
  @ListOf(() => Contestant, { max: 500 }) contestants: Contestant[];
  /** The caller may set criteria, jury, contestants. */
  @Flag() changeable: boolean;
  /** The caller is of the jury and may score now. */
  @Flag() scoring: boolean;
  /** Rises when criteria, jury or contestants change. */
  @Int({ min: 1, max: 2_000_000_000 }) version: number;
}
export class ScoreSheetOf {
  @Id() occurrenceId: string;
}
export class CriterionDraft {
  /** Of one there is; left out for a new one. */
  @Id({ optional: true }) id?: string;
  @Text({ max: 300, example: 'Phương pháp dạy học' }) title: string;
  @Decimal({ min: 0.25, max: 1000, example: 20 }) maxPoints: number;
}
export class ContestantDraft {
  @Id({ optional: true }) id?: string;
  @Text({ max: 200, example: 'Tổ Toán, Trường THPT Mẫu' }) name: string;
  @Text({ max: 200, nullable: true }) unitName: string | null;
}
/** What is left out of a list, of the jury too, is removed with its scores. */
export class SetScoreSheet extends ScoreSheetOf {
  @Int({ min: 1, max: 2_000_000_000 }) version: number;
  @ListOf(() => CriterionDraft, { max: 30 }) criteria: CriterionDraft[];
  @Ids({ max: 50 }) juryIds: string[];
  @ListOf(() => ContestantDraft, { max: 500 }) contestants: ContestantDraft[];
}
export class GiveScores extends ScoreSheetOf {
  @Id() contestantId: string;
  /** The caller's own; later ones replace earlier ones. */
  @ListOf(() => Points, { max: 30 }) points: Points[];
}

/** Seen by who sees the meeting; kept with `meetings.write` on it; scored by its jury alone; frozen by the report (I17). */
export const Scoring = contract('meetings.scoring', {
  find: takes(ScoreSheetOf).gives(ScoreSheet),
  set: takes(SetScoreSheet).gives(ScoreSheet),
  give: takes(GiveScores).gives(ScoreSheet),
});
export class ScoringClient extends ClientOf(Scoring) {}

export const scoringErrors = failures('scoring', {
  notScored: {
    status: 404,
    vi: 'Loại cuộc họp này không có phiếu chấm',
    en: 'Meetings of this type have no score sheet',
  },
  changedMeanwhile: {
    status: 412,
    vi: 'Phiếu chấm vừa được người khác sửa; xin tải lại',
    en: 'Somebody has just changed the score sheet; please load it again',
  },
  notOfTheJury: {
    status: 403,
    vi: 'Chỉ thành viên ban giám khảo mới chấm điểm',
    en: 'Only members of the jury give scores',
  },
  noSuchContestant: { status: 404, vi: 'Không có người dự thi này', en: 'There is no such contestant' },
  badPoints: {
    status: 400,
    vi: 'Điểm phải từ 0 đến điểm tối đa của tiêu chí, bước 0,25',
    en: 'Points are from 0 to the most of the criterion, in quarters',
  },
});

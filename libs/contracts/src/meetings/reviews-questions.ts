import { Decimal, Flag, Int, ListOf, OneOf, Text, TextsOf } from '../core/fields.js';

export const questionKinds = ['text', 'number', 'choice', 'scale'] as const;
export type QuestionKind = (typeof questionKinds)[number];

/** Questionnaires are data: every year asks what it needs to know (HB-10.2). */
export class Question {
  /** `line-quality`: names the question in answers; once per questionnaire. */
  @Text({ max: 40, example: 'duong-truyen' }) key: string;
  @OneOf(questionKinds, { example: 'scale' }) kind: QuestionKind;
  @Text({ max: 500, example: 'Đường truyền đáp ứng các cuộc họp ở mức nào?' }) text: string;
  @Flag() required: boolean;
  /** Of a choice, 2–20. */
  @TextsOf({ max: 20, each: 200, optional: true }) choices?: string[];
  /** Of a number or a scale; a scale has at most 11 steps. */
  @Int({ min: -1_000_000_000, max: 1_000_000_000, optional: true, example: 1 }) min?: number;
  @Int({ min: -1_000_000_000, max: 1_000_000_000, optional: true, example: 5 }) max?: number;
}

export class AnswerValue {
  @Text({ max: 40 }) key: string;
  /** As it is written; numbers with a point. */
  @Text({ max: 4000, multiline: true }) value: string;
}

/** A line of the training plan for operators: who needs what, and when. */
export class TrainingWish {
  /** Filled in by the system where several units' lines stand together. */
  @Text({ max: 200, optional: true }) unitName?: string;
  @Text({ max: 200, example: 'Vận hành thiết bị hội nghị truyền hình' }) course: string;
  @Int({ min: 1, max: 10_000 }) people: number;
  /** The month in which it suits; null when any does. */
  @Int({ min: 1, max: 12, nullable: true }) month: number | null;
  @Text({ max: 500, nullable: true }) note: string | null;
}

/** Wishes of several units for the same course in the same month, together. */
export class PlannedCourse {
  @Text({ max: 200 }) course: string;
  @Int({ min: 1, max: 12, nullable: true }) month: number | null;
  @Int({ min: 1, max: 1_000_000_000 }) people: number;
  @Int({ min: 1, max: 100_000 }) units: number;
}

export class Tally {
  @Text({ max: 200 }) value: string;
  @Int({ min: 0, max: 100_000 }) count: number;
}
export class UnitWords {
  @Text({ max: 200 }) unitName: string;
  @Text({ max: 4000, multiline: true }) value: string;
}
/** What the units answered to one question. */
export class Collected {
  @Text({ max: 40 }) key: string;
  @OneOf(questionKinds) kind: QuestionKind;
  @Text({ max: 500 }) text: string;
  /** How many answered it. */
  @Int({ min: 0, max: 100_000 }) count: number;
  /** Of a choice or a scale: every possible answer, in its order. */
  @ListOf(() => Tally, { max: 20 }) tallies: Tally[];
  /** Of a number or a scale. */
  @Decimal({ min: -1_000_000_000, max: 1_000_000_000, nullable: true }) mean: number | null;
  @Decimal({ min: -1e15, max: 1e15, nullable: true }) sum: number | null;
  /** Of a text, the first 200 by unit. */
  @ListOf(() => UnitWords, { max: 200 }) texts: UnitWords[];
}

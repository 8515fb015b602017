import { Failure } from '@diemcau/contracts/core/failure';
import { reviewErrors } from '@diemcau/contracts/meetings/reviews';
import type { AnswerValue, Question } from '@diemcau/contracts/meetings/reviews-questions';

/** A scale is read at a glance. */
const mostSteps = 11;

/** @throws Failure `reviews.badQuestions` */
export function checkQuestions(questions: readonly Question[]): void {
  const keys = new Set(questions.map(({ key }) => key));
  const fault = questions.find((question) => !isSound(question));
  if (questions.length === 0 || keys.size !== questions.length || fault) {
    throw new Failure(reviewErrors.badQuestions, { key: fault?.key ?? null });
  }
}

function isSound({ kind, choices = [], min, max }: Question): boolean {
  switch (kind) {
    case 'choice':
      return choices.length >= 2 && new Set(choices).size === choices.length;
    case 'scale':
      return min !== undefined && max !== undefined && max > min && max - min < mostSteps;
    case 'number':
      return min === undefined || max === undefined || max >= min;
    case 'text':
      return true;
  }
}

/** What was answered, each question at most once. @throws Failure `reviews.badAnswer` with the question's key */
export function checkAnswers(questions: readonly Question[], values: readonly AnswerValue[]): void {
  const seen = new Set<string>();
  for (const { key, value } of values) {
    const question = questions.find((one) => one.key === key);
    if (!question || seen.has(key) || !fits(question, value)) {
      throw new Failure(reviewErrors.badAnswer, { key });
    }
    seen.add(key);
  }
}

function fits({ kind, choices = [], min, max }: Question, value: string): boolean {
  if (kind === 'text') return true;
  if (kind === 'choice') return choices.includes(value);
  if (!/^-?\d{1,10}(\.\d{1,4})?$/.test(value)) return false;
  const n = Number(value);
  return (
    (kind === 'number' || Number.isInteger(n)) &&
    (min === undefined || n >= min) &&
    (max === undefined || n <= max)
  );
}

/** @throws Failure `reviews.incomplete` with the keys that are missing */
export function checkComplete(questions: readonly Question[], values: readonly AnswerValue[]): void {
  const missing = questions
    .filter(({ required, key }) => required && !values.some((one) => one.key === key))
    .map(({ key }) => key);
  if (missing.length > 0) throw new Failure(reviewErrors.incomplete, { keys: missing });
}

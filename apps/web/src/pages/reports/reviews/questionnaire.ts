import type { Review } from '@diemcau/contracts/meetings/reviews';
import type { Question } from '@diemcau/contracts/meetings/reviews-questions';
import type { Draft } from './QuestionFields';

/** A questionnaire as its form has it. */
export interface Questionnaire {
  readonly title: string;
  readonly intro: string;
  readonly deadline: string | null;
  readonly questions: readonly Draft[];
}

export const emptyQuestion: Draft = { kind: 'scale', text: '', required: true, choices: '' };
export const emptyQuestionnaire: Questionnaire = {
  title: '',
  intro: '',
  deadline: null,
  questions: [emptyQuestion],
};

const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

export const questionnaireOf = ({ title, intro, deadline, questions }: Review): Questionnaire => ({
  title,
  intro,
  deadline,
  questions: questions.map((was) => ({
    kind: was.kind,
    text: was.text,
    required: was.required,
    choices: (was.choices ?? []).join('\n'),
    was,
  })),
});

export const isWhole = ({ title, deadline, questions }: Questionnaire): boolean =>
  title.trim() !== '' &&
  deadline !== null &&
  questions.every(
    ({ kind, text, choices }) => text.trim() !== '' && (kind !== 'choice' || linesOf(choices).length >= 2),
  );

/** Bounds that the form does not show stay as they were, as long as the kind does. */
function toQuestion({ kind, text, required, choices, was }: Draft, n: number): Question {
  const question = { key: `cau-${n + 1}`, kind, text: text.trim(), required };
  if (kind === 'choice') return { ...question, choices: linesOf(choices) };
  const { min, max } = was?.kind === kind ? was : kind === 'scale' ? { min: 1, max: 5 } : {};
  return { ...question, ...(min !== undefined && { min }), ...(max !== undefined && { max }) };
}

export const sentOf = ({ title, intro, questions }: Questionnaire) => ({
  title: title.trim(),
  intro: intro.trim(),
  questions: questions.map(toQuestion),
});

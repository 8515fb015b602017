import { folded } from '@diemcau/contracts/core/folded';
import type {
  AnswerValue,
  Collected,
  PlannedCourse,
  Question,
  TrainingWish,
} from '@diemcau/contracts/meetings/reviews-questions';

export interface Answered {
  readonly unitName: string;
  readonly values: readonly AnswerValue[];
}

const mostTexts = 200;

/** What the units answered, question by question. */
export const collect = (questions: readonly Question[], answers: readonly Answered[]): Collected[] =>
  questions.map((question) => {
    const given = answers.flatMap(({ unitName, values }) =>
      values.filter(({ key }) => key === question.key).map(({ value }) => ({ unitName, value })),
    );
    const { key, kind, text } = question;
    const numbers = kind === 'number' || kind === 'scale' ? given.map(({ value }) => Number(value)) : [];
    const sum = numbers.reduce((total, n) => total + n, 0);
    return {
      key,
      kind,
      text,
      count: given.length,
      tallies: possible(question).map((value) => ({
        value,
        count: given.filter((one) => one.value === value).length,
      })),
      mean: numbers.length === 0 ? null : Math.round((sum / numbers.length) * 100) / 100,
      sum: kind === 'number' && numbers.length > 0 ? sum : null,
      texts: kind === 'text' ? given.slice(0, mostTexts) : [],
    };
  });

/**
 * What units wish for, as one plan: who wrote the same course, with or without accents, in the same month stands together;
 * by month, then by how many need it. What suits in any month comes last.
 */
export function planOf(wishes: readonly TrainingWish[]): PlannedCourse[] {
  const together = new Map<string, TrainingWish[]>();
  for (const wish of wishes) {
    const key = `${wish.month ?? 13} ${folded(wish.course)}`;
    together.set(key, [...(together.get(key) ?? []), wish]);
  }
  return [...together.values()]
    .flatMap((same) => {
      const [one] = same;
      const people = same.reduce((sum, wish) => sum + wish.people, 0);
      const units = new Set(same.map(({ unitName }) => unitName)).size;
      return one ? [{ course: one.course, month: one.month, people, units }] : [];
    })
    .toSorted(
      (a, b) =>
        (a.month ?? 13) - (b.month ?? 13) || b.people - a.people || a.course.localeCompare(b.course, 'vi'),
    );
}

/** Every answer that a choice or a scale allows, in its order. */
function possible({ kind, choices = [], min = 0, max = 0 }: Question): string[] {
  if (kind === 'choice') return choices;
  if (kind === 'scale') return Array.from({ length: max - min + 1 }, (_, i) => String(min + i));
  return [];
}

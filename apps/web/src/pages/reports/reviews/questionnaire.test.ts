import { questionnaireOf, sentOf } from './questionnaire';

const review = {
  id: 'r',
  unitId: 'u',
  unitName: 'Sở mẫu',
  year: 2026,
  title: 'Rà soát',
  intro: '',
  deadline: '2026-12-01',
  state: 'draft' as const,
  asked: 0,
  answered: 0,
  begun: 0,
  version: 1,
};

test('what a form does not show of a question stays when another part is changed', () => {
  const questions = [
    { key: 'may', kind: 'number' as const, text: 'Số máy?', required: false, min: 0, max: 50 },
    { key: 'muc', kind: 'scale' as const, text: 'Mức?', required: true, min: 0, max: 10 },
    { key: 'chon', kind: 'choice' as const, text: 'Chọn?', required: true, choices: ['Có', 'Không'] },
  ];
  const sent = sentOf(questionnaireOf({ ...review, questions })).questions;
  expect(sent).toEqual(questions.map((question, i) => ({ ...question, key: `cau-${i + 1}` })));
});

test('a question of another kind has that kind’s bounds', () => {
  const questions = [{ key: 'a', kind: 'number' as const, text: 'Số?', required: false, min: 0, max: 50 }];
  const form = questionnaireOf({ ...review, questions });
  const [first] = form.questions;
  const sent = sentOf({ ...form, questions: [{ ...first!, kind: 'scale' }] }).questions;
  expect(sent).toMatchObject([{ kind: 'scale', min: 1, max: 5 }]);
});

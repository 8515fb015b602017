import type { ReminderRule } from '@diemcau/contracts/meetings/reminders';
import { draftOf, faultOf, rulesOf, withOneMore } from './draft';

const rules: ReminderRule[] = [
  { about: 'start', minutes: 10_080, to: ['operators'] },
  { about: 'start', minutes: 60, to: ['chair'] },
  { about: 'agenda', minutes: 90, to: [] },
];

test('minutes are said in the largest span that fits, and come back unchanged', () => {
  const draft = draftOf(rules);
  expect(draft.map(({ amount, span }) => `${amount} ${span}`)).toEqual(['7 days', '1 hours', '90 minutes']);
  expect(rulesOf(draft)).toEqual(rules);
});

test('one more is at a time of its own', () => {
  const draft = withOneMore(withOneMore(draftOf(rules), 'answer'), 'answer');
  expect(rulesOf(draft).slice(3)).toEqual([
    { about: 'answer', minutes: 1440, to: [] },
    { about: 'answer', minutes: 2880, to: [] },
  ]);
  expect(new Set(draft.map(({ key }) => key)).size).toBe(5);
});

test.each([
  ['too soon', { amount: 4, span: 'minutes' }, 'range'],
  ['too early', { amount: 61, span: 'days' }, 'range'],
  ['in fractions of a minute', { amount: 5.5, span: 'minutes' }, 'range'],
  ['told twice', { amount: 1, span: 'hours' }, 'twice'],
  ['told to nobody', { to: [] }, 'nobody'],
  ['as it should be', {}, null],
] as const)('a rule that is %s', (_, change, fault) => {
  const [rule, ...others] = draftOf(rules);
  if (!rule) throw new Error('no rule');
  const changed = { ...rule, ...change, to: 'to' in change ? [] : rule.to };
  expect(faultOf(changed, [changed, ...others])).toBe(fault);
});

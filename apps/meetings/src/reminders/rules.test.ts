import type { ReminderRule } from '@diemcau/contracts/meetings/reminders';
import { defaultRules, orderedRules } from './rules.js';

const start = (minutes: number, to: ReminderRule['to'] = ['chair']): ReminderRule => ({
  about: 'start',
  minutes,
  to,
});

describe('the rules of a reminder policy', () => {
  it('are kept by what they are about, the earliest first, recipients in one order', () => {
    const answer: ReminderRule = { about: 'answer', minutes: 60, to: [] };
    expect(orderedRules([answer, start(60), start(1440, ['chair', 'operators'])])).toEqual([
      start(1440, ['operators', 'chair']),
      start(60),
      answer,
    ]);
  });

  it('are in order as the defaults have them', () => {
    expect(orderedRules(defaultRules)).toEqual(defaultRules);
  });

  it.each([
    ['two of the same at the same time', [start(60), start(60, ['operators'])], 'reminders.twice'],
    ['a start that nobody hears of', [start(60, [])], 'reminders.recipients'],
    [
      'an answer sent to the chair',
      [{ about: 'answer', minutes: 60, to: ['chair'] }],
      'reminders.recipients',
    ],
  ] satisfies [string, ReminderRule[], string][])('refuse %s', (_, rules, code) => {
    expect(() => orderedRules(rules)).toThrow(code);
  });
});

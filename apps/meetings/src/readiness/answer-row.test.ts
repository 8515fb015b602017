import { monthsAfter, lastDayOf } from './answer-row.js';

test.each([
  ['2026-01-31', 1, '2026-02-28'],
  ['2028-01-31', 1, '2028-02-29'],
  ['2026-08-31', 6, '2027-02-28'],
  ['2026-11-22', 12, '2027-11-22'],
  ['2028-02-29', 12, '2029-02-28'],
])('%s and %i months is %s', (day, months, later) => {
  expect(monthsAfter(day, months)).toBe(later);
});

describe('until when a pass holds', () => {
  const before = { result: 'pass' as const, expiresOn: '2027-03-01', photoIds: ['a'] };
  const [usual, today] = ['2027-11-22', '2026-11-22'];
  const again = { result: 'pass' as const, photoIds: ['a'] };

  test.each([
    ['the first pass', again, undefined, usual],
    ['words changed later', again, before, '2027-03-01'],
    ['a photo taken away', { result: 'pass' as const }, before, '2027-03-01'],
    ['another photo', { ...again, photoIds: ['a', 'b'] }, before, usual],
    ['after it ran out', again, { ...before, expiresOn: '2026-11-21' }, usual],
    ['on its last day', again, { ...before, expiresOn: today }, today],
    ['after a failure', again, { ...before, result: 'fail' as const, expiresOn: null }, usual],
    ['after a waiver', again, { ...before, result: 'waived' as const }, usual],
    ['one that always holds', again, { ...before, expiresOn: null }, null],
    ['a day that is told', { ...again, expiresOn: '2026-12-24' }, before, '2026-12-24'],
    ['a failure', { result: 'fail' as const }, before, null],
  ])('%s', (_, input, was, until) => {
    expect(lastDayOf(input, was, usual, today)).toBe(until);
  });
});

import { dayOf, formatDay, formatInstant, parseDay } from './format';

test.each([
  ['01/07/2025', '2025-07-01'],
  ['1/7/2025', '2025-07-01'],
  [' 1.7.2025 ', '2025-07-01'],
  ['01072025', '2025-07-01'],
  ['2025-07-01', '2025-07-01'],
  ['29/02/2024', '2024-02-29'],
  ['29/02/2025', null],
  ['31/04/2025', null],
  ['00/01/2025', null],
  ['2025', null],
  ['', null],
])('%p is read as %p', (typed, day) => {
  expect(parseDay(typed)).toBe(day);
});

test('dates are written as offices write them, by the clock of Vietnam', () => {
  expect(formatDay('2025-07-01')).toBe('01/07/2025');
  expect(formatInstant('2025-06-30T17:05:00Z')).toBe('01/07/2025 00:05');
  expect(dayOf('2025-06-30T17:05:00Z')).toBe('2025-07-01');
});

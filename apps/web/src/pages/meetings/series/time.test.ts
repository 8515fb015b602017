import { parseTime } from './time';

test.each([
  ['8:00', '08:00'],
  ['08:00', '08:00'],
  ['8h', '08:00'],
  ['7g30', '07:30'],
  ['1430', '14:30'],
  ['24:00', null],
  ['8:60', null],
  ['', null],
  ['sáng', null],
])('%s is %s', (typed, time) => {
  expect(parseTime(typed)).toBe(time);
});

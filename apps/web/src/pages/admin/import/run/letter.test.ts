import { letterOf } from './letter';

test.each([
  [1, 'A'],
  [26, 'Z'],
  [27, 'AA'],
  [52, 'AZ'],
  [53, 'BA'],
  [703, 'AAA'],
])('column %i is %s', (column, letter) => {
  expect(letterOf(column)).toBe(letter);
});

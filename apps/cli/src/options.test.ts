import { sayIn } from './language.js';
import { instantOf, listOf, numberOf } from './options.js';

const say = sayIn('en');

test('numbers, lists and times are taken as people write them', () => {
  expect(numberOf(say)('7')).toBe(7);
  expect(listOf('c', listOf('a, b,'))).toEqual(['a', 'b', 'c']);
  expect(instantOf(say)('2027-06-30')).toBe('2027-06-30T00:00:00.000Z');
  const days = (Date.parse(instantOf(say)('90d')) - Date.now()) / 86_400_000;
  expect(Math.round(days)).toBe(90);
});

test.each(['0', '-1', '1.5', 'x', '100001'])('%s is no number of lines', (text) => {
  expect(() => numberOf(say)(text)).toThrow();
});

test('a time that is none is refused', () => {
  expect(() => instantOf(say)('soon')).toThrow();
});

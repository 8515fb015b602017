import { delayAfter, patienceMs } from './backoff.js';

test.each([
  [1, 5000],
  [2, 20_000],
  [3, 80_000],
  [4, 320_000],
  [8, 43_200_000],
  [200, 43_200_000],
])('after attempt %i it waits %i ms, a tenth more or less', (attempts, expected) => {
  expect(delayAfter(attempts, 0.5)).toBe(expected);
  expect(delayAfter(attempts, 0)).toBe(Math.round(expected * 0.9));
  expect(delayAfter(attempts, 1)).toBe(Math.round(expected * 1.1));
});

test('a receiver that asks for more time gets it, within half a day', () => {
  expect(delayAfter(1, 0.5, 60_000)).toBe(60_000);
  expect(delayAfter(3, 0.5, 1000)).toBe(80_000);
  expect(delayAfter(1, 0.5, 1e12)).toBe(47_520_000);
});

test('three days are some thirteen attempts', () => {
  let [at, attempts] = [0, 0];
  while (at < patienceMs) at += delayAfter(++attempts, 0.5);
  expect(attempts).toBeGreaterThan(10);
  expect(attempts).toBeLessThan(16);
});

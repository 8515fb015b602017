import { summary } from './probes.js';

test('the median round trip, the mean step, and what did not come back', () => {
  expect(summary([10, 20, 10, 100], 5)).toEqual({ roundTripMs: 20, jitterMs: 110 / 3, lossPercent: 20 });
});

test('a line on which nothing comes back', () => {
  expect(summary([], 60)).toEqual({ roundTripMs: 0, jitterMs: 0, lossPercent: 100 });
});

import { median, quantile } from './statistics.ts';

describe('the figures of a bench', () => {
  it.each([
    [[3, 1, 2], 2],
    [[4, 1, 2, 3], 2.5],
    [[7], 7],
    [[], Number.NaN],
  ])('has %j as median %d', (values, expected) => {
    expect(median(values)).toBe(expected);
  });

  it.each([
    [0.5, 51],
    [0.95, 96],
    [1, 100],
    [0, 1],
  ])('finds the value below which %d of 1 … 100 lie', (share, expected) => {
    expect(
      quantile(
        Array.from({ length: 100 }, (_, i) => i + 1),
        share,
      ),
    ).toBe(expected);
  });
});

import { averageOf, rankOf, type Sheet } from './ranking.js';

const sheet = (jurorId: string, points: Record<string, number>): Sheet => ({
  jurorId,
  points: new Map(Object.entries(points)),
});

describe('an average', () => {
  test('is of the sheets that are whole', () => {
    const sheets = [sheet('1', { a: 8, b: 7.5 }), sheet('2', { a: 6 }), sheet('3', { a: 9, b: 9 })];
    expect(averageOf(sheets, ['a', 'b'])).toBe(16.75);
  });

  test('is none before the first whole sheet, or without criteria', () => {
    expect(averageOf([sheet('1', { a: 8 })], ['a', 'b'])).toBeNull();
    expect(averageOf([], ['a'])).toBeNull();
    expect(averageOf([sheet('1', {})], [])).toBeNull();
  });
});

test('equal averages share a rank, and the next one counts them all', () => {
  const all = [9, 8.5, 8.5, 7, null];
  expect(all.map((average) => rankOf(average, all))).toEqual([1, 2, 2, 4, null]);
});

import { givenBy, isFault, nextOpen, stepped, toPoints, totalOf } from './mine.js';

const criteria = [
  { id: 'a', title: 'A', maxPoints: 8 },
  { id: 'b', title: 'B', maxPoints: 2.6 },
];
const contestant = (id: string, points: Record<string, number>) => ({
  id,
  name: id,
  unitName: null,
  average: null,
  rank: null,
  scores: [
    {
      jurorId: 'me',
      total: 0,
      points: Object.entries(points).map(([criterionId, given]) => ({ criterionId, points: given })),
    },
    { jurorId: 'other', total: 0, points: [{ criterionId: 'a', points: 1 }] },
  ],
});

test('quarters up and down stay between nothing and the most', () => {
  const [a, b] = criteria;
  if (!a || !b) throw new Error('two criteria');
  expect(stepped(undefined, 0.25, a)).toBe(0);
  expect(stepped(undefined, -0.25, a)).toBe(8);
  expect(stepped(8, 0.25, a)).toBe(8);
  expect(stepped(0, -0.25, a)).toBe(0);
  expect(stepped(7.9, 0.25, a)).toBe(8);
  expect(stepped(2.5, 0.25, b)).toBe(2.5);
  expect([8, 8.25, 7.75, 7.8, -1].map((points) => isFault(points, a))).toEqual([
    false,
    true,
    false,
    true,
    true,
  ]);
});

test('own points are told from those of others, and sum up', () => {
  const given = givenBy(contestant('x', { a: 7.25, b: 2.5 }), 'me');
  expect(totalOf(given, criteria)).toBe(9.75);
  expect(toPoints({ ...given, a: undefined })).toEqual([{ criterionId: 'b', points: 2.5 }]);
});

test('after one comes the next that is not wholly scored, then those before, then none', () => {
  const [x, y, z] = [contestant('x', { a: 1 }), contestant('y', { a: 1, b: 1 }), contestant('z', {})];
  expect(nextOpen([x, y, z], criteria, 'me', null)).toBe('x');
  expect(nextOpen([x, y, z], criteria, 'me', 'x')).toBe('z');
  expect(nextOpen([x, y, z], criteria, 'me', 'z')).toBe('x');
  expect(nextOpen([y], criteria, 'me', 'y')).toBeNull();
});

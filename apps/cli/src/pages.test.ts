import { pages } from './pages.js';

const all = Array.from({ length: 450 }, (_, i) => i);
const server = async ({ limit, cursor = '0' }: { limit: number; cursor?: string }) => {
  const end = Number(cursor) + limit;
  return { items: all.slice(Number(cursor), end), nextCursor: end < all.length ? String(end) : null };
};

test.each([
  [1, 1],
  [200, 200],
  [201, 201],
  [10_000, 450],
])('of %i wanted %i come', async (wanted, count) => {
  expect(await pages(wanted, server)).toEqual(all.slice(0, count));
});

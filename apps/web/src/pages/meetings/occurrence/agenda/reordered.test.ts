import { reordered } from './reordered';

const items = ['a', 'b', 'c'].map((id, index) => ({ id, position: index + 1 }));
const said = (id: string, by: number) =>
  reordered(items, id, by)
    .map((item) => `${item.position}${item.id}`)
    .join(' ');

test.each([
  ['c', -1, '1a 2c 3b'],
  ['a', 1, '1b 2a 3c'],
  ['a', -1, '1a 2b 3c'],
  ['c', 1, '1a 2b 3c'],
  ['x', 1, '1a 2b 3c'],
])('%s moved by %i', (id, by, order) => {
  expect(said(id, by)).toBe(order);
});

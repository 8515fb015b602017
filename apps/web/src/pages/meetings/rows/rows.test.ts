import { changed, keyed, moved, without, withOneMore } from './rows.js';

const rows = keyed([{ title: 'a' }, { title: 'b' }, { title: 'c' }]);
const titles = (of: readonly { readonly title: string }[]) => of.map(({ title }) => title).join('');

test('rows move by one place and stay at the ends', () => {
  expect(titles(moved(rows, 1, -1))).toBe('bac');
  expect(titles(moved(rows, 1, 1))).toBe('acb');
  expect(titles(moved(rows, 0, -1))).toBe('abc');
  expect(titles(moved(rows, 2, 1))).toBe('abc');
});

test('a new row has a key that none had, also after one was taken away', () => {
  const fewer = without(rows, 1);
  const more = withOneMore(fewer, { title: 'd' });
  expect(titles(more)).toBe('acd');
  expect(new Set(more.map(({ key }) => key)).size).toBe(3);
  expect(titles(changed(more, 3, { title: 'e' }))).toBe('ace');
});

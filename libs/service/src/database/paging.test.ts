import { commonFailures } from '@diemcau/contracts/core/failure';
import { cursorAt, pageOf, positionOf, wordPatterns } from './paging.js';

const id = '00000000-0000-4000-8000-000000000001';

describe('cursors', () => {
  test('say where the page ended', () => {
    expect(positionOf(cursorAt({ key: 'như xuân', id }))).toEqual({ key: 'như xuân', id });
    expect(positionOf(undefined)).toBeUndefined();
  });

  test.each([
    ['no base64', '%%%'],
    ['no list', Buffer.from('{}').toString('base64url')],
    ['no id', Buffer.from('["a"]').toString('base64url')],
    ['an id that is none', Buffer.from('["a","b"]').toString('base64url')],
    ['U+0000, which PostgreSQL refuses', cursorAt({ key: 'a\0', id })],
  ])('made by others are invalid input: %s', (_, cursor) => {
    expect(() => positionOf(cursor)).toThrow(commonFailures.invalid.code);
  });

  test('are there only when more follows', () => {
    const at = (key: string) => ({ key, id });
    expect(pageOf(['a', 'b'], 2, at)).toEqual({ items: ['a', 'b'], nextCursor: null });
    expect(pageOf(['a', 'b', 'c'], 2, at)).toEqual({ items: ['a', 'b'], nextCursor: cursorAt(at('b')) });
    expect(pageOf([], 2, at)).toEqual({ items: [], nextCursor: null });
  });
});

test('a search is for all words, without accents, with no wildcards of the asker', () => {
  expect(wordPatterns(' Xuân  NHƯ ')).toEqual(['%xuan%', '%nhu%']);
  expect(wordPatterns('50%_')).toEqual(['%50\\%\\_%']);
  expect(wordPatterns(undefined)).toEqual([]);
});

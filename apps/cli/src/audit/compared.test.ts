import { compared, markOf } from './compared.js';

const line = (more: object = {}) =>
  JSON.stringify({ id: '1', at: '2026-01-01T00:00:00Z', action: 'users.lock', before: { a: 1 }, ...more });
const now = (...lines: string[]) => new Map(lines.map(markOf).map(({ id, content }) => [id, content]));

test('an entry that got a new name and a place in the chain is as it was', () => {
  const result = compared([markOf(line())], now(line({ actorName: 'Khác', position: 7, hash: 'f' })));
  expect(result).toEqual({ entries: 1, changed: [], gone: [] });
});

test('an entry that was changed, and one that is gone, are told', () => {
  const kept = [markOf(line()), markOf(line({ id: '2' }))];
  expect(compared(kept, now(line({ before: { a: 2 } })))).toEqual({
    entries: 2,
    changed: ['1'],
    gone: ['2'],
  });
});

test('a file that is no export is refused', () => {
  expect(() => markOf('{}')).toThrow(SyntaxError);
  expect(() => markOf('no JSON')).toThrow(SyntaxError);
});

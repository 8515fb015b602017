import { linesOf } from './difference';

test('what changed stands first, old beside new', () => {
  const before = { name: 'Trường Mẫu', code: 'M1', place: { unit: 'a' } };
  const after = { name: 'Trường Mẫu Mới', code: 'M1', place: { unit: 'b' }, tags: ['x', 2] };
  expect(linesOf(before, after)).toEqual([
    { name: 'name', before: 'Trường Mẫu', after: 'Trường Mẫu Mới', changed: true },
    { name: 'place.unit', before: 'a', after: 'b', changed: true },
    { name: 'tags', before: null, after: 'x, 2', changed: true },
    { name: 'code', before: 'M1', after: 'M1', changed: false },
  ]);
});

test('something new has no before', () => {
  expect(linesOf(null, { a: true })).toEqual([{ name: 'a', before: null, after: 'true', changed: true }]);
});

test('nothing is nothing', () => {
  expect(linesOf(null, null)).toEqual([]);
});

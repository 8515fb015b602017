import { speaksOf } from './shown';

test.each([
  ['', true],
  ['nhu xuan', true],
  ['  Như   GDTX ', true],
  ['phong hop', true],
  ['như thanh', false],
])('a site of a long list is found by some of its words, without marks: %j', (typed, found) => {
  expect(speaksOf('Phòng họp GDTX Như Xuân', typed)).toBe(found);
});

import { freeCode } from './codes.js';

const among =
  (...taken: string[]) =>
  (code: string) =>
    taken.includes(code);

test.each([
  ['a free code stays', 'thpt-1', among(), 'thpt-1'],
  ['a taken one gets the suffix', 'thpt-1', among('thpt-1'), 'thpt-1-hb'],
  [
    'and a number where that is taken too',
    'thpt-1',
    among('thpt-1', 'thpt-1-hb', 'thpt-1-hb-2'),
    'thpt-1-hb-3',
  ],
  ['a long one makes room for it', 'x'.repeat(60), among('x'.repeat(60)), `${'x'.repeat(57)}-hb`],
])('%s', (_, code, isTaken, free) => {
  expect(freeCode(code, 'hb', isTaken)).toBe(free);
});

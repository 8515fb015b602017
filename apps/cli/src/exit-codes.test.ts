import { Problem } from '@diemcau/client/problem';
import { Exit, exitCodeOf, exitCodes } from './exit-codes.js';

test.each([
  [0, 8],
  [400, 7],
  [401, 3],
  [403, 4],
  [404, 5],
  [409, 6],
  [412, 6],
  [422, 7],
  [429, 8],
  [500, 1],
  [503, 8],
])('a problem of status %i is exit code %i', (status, code) => {
  expect(exitCodeOf(new Problem({ code: 'x.y', status }))).toBe(code);
});

test('what nobody expected is 1, and a command may say for itself', () => {
  expect(exitCodeOf(new TypeError('x'))).toBe(1);
  expect(exitCodeOf(new Exit(exitCodes.bad, 'x'))).toBe(9);
});

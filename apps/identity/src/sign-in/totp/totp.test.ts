import { generateSync } from 'otplib';
import { stepOf } from './totp.js';

// RFC 6238, appendix B: the ASCII secret 12345678901234567890; the last six digits of its values.
const secret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';

test.each([
  [59, '287082'],
  [1_111_111_109, '081804'],
  [1_234_567_890, '005924'],
  [2_000_000_000, '279037'],
])('at %i s the code is %s, as the standard says', (now, code) => {
  expect(stepOf(code, secret, now)).toBe(Math.floor(now / 30));
});

test('a code of the step before or after is told by its own step, one further off is none', () => {
  const now = 1_800_000_015;
  const codeAt = (epoch: number) => generateSync({ secret, epoch });
  expect(stepOf(codeAt(now - 30), secret, now)).toBe(Math.floor(now / 30) - 1);
  expect(stepOf(codeAt(now + 30), secret, now)).toBe(Math.floor(now / 30) + 1);
  expect(stepOf(codeAt(now - 61), secret, now)).toBeNull();
  expect(stepOf(codeAt(now + 61), secret, now)).toBeNull();
});

test.each(['', 'abcdef', '12345', '1234567', '１２３４５６'])('%p is no code', (code) => {
  expect(stepOf(code, secret, 59)).toBeNull();
});

test('it may be typed with spaces', () => {
  expect(stepOf('287 082', secret, 59)).toBe(1);
});

import { newGuardianCode, typedGuardianCode } from './guardian-code.js';

test('a code has three groups of four without look-alikes, and is never the same', () => {
  const codes = Array.from({ length: 200 }, newGuardianCode);
  for (const code of codes) expect(code).toMatch(/^([a-hjkmnp-z2-9]{4}-){2}[a-hjkmnp-z2-9]{4}$/);
  expect(new Set(codes).size).toBe(200);
});

test.each(['k7mq-x2rt-9bnd', 'K7MQ X2RT 9BND', ' k7mqx2rt9bnd', 'k7mq–x2rt–9bnd'])(
  '%p is one code',
  (typed) => {
    expect(typedGuardianCode(typed)).toBe('k7mqx2rt9bnd');
  },
);

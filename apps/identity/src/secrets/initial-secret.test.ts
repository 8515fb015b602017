import { randomBytes } from 'node:crypto';
import { initialSecretFrom, typedInitialSecret } from './initial-secret.js';

test('an initial secret has three groups of four without look-alikes', () => {
  for (let i = 0; i < 200; i++) {
    expect(initialSecretFrom(randomBytes(32))).toMatch(/^([a-hjkmnp-z2-9]{4}-){2}[a-hjkmnp-z2-9]{4}$/);
  }
});

test('the same bytes give the same secret, others another', () => {
  const bytes = randomBytes(32);
  expect(initialSecretFrom(bytes)).toBe(initialSecretFrom(bytes));
  expect(initialSecretFrom(bytes)).not.toBe(initialSecretFrom(randomBytes(32)));
});

test.each(['k7mq-x2rt-9bnd', 'K7MQ X2RT 9BND', ' k7mqx2rt9bnd ', 'k7mq–x2rt–9bnd'])(
  'it may be typed as %p',
  (typed) => {
    expect(typedInitialSecret(typed)).toBe('k7mq-x2rt-9bnd');
  },
);

test('more than the secret is not the secret', () => {
  expect(typedInitialSecret('k7mq-x2rt-9bndx')).not.toBe('k7mq-x2rt-9bnd');
});

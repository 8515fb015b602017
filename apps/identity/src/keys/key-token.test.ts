import { apiKey } from '@diemcau/contracts/identity/keys';
import { hashOfSecret, newKey } from './key-token.js';

test('a key carries its id and its secret, and only the hash of the secret is handed on', () => {
  const { id, token, hash } = newKey();
  const [, idDigits, secret = ''] = apiKey.pattern.exec(token) ?? [];
  expect(idDigits).toBe(id.replaceAll('-', ''));
  expect(hashOfSecret(secret)).toEqual(hash);
});

test('no two keys are alike', () => {
  const tokens = Array.from({ length: 100 }, () => newKey().token);
  expect(new Set(tokens).size).toBe(100);
});

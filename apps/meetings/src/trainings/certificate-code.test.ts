import { codeIn, newCode } from './certificate-code.js';

test('a code is found as people type it', () => {
  const code = newCode();
  expect(code).toMatch(/^[2-9A-HJKMNP-TV-Z]{4}(-[2-9A-HJKMNP-TV-Z]{4}){2}$/);
  expect(codeIn(code.toLowerCase().replaceAll('-', ' '))).toBe(code);
  expect(codeIn(` ${code.replaceAll('-', '')} `)).toBe(code);
});

test('what can be no code is none', () => {
  expect(codeIn('7K3M-9QPX')).toBeNull();
  expect(codeIn('%%%%-%%%%-%%%%')).toBeNull();
});

test('codes do not repeat', () => {
  expect(new Set(Array.from({ length: 2000 }, newCode)).size).toBe(2000);
});

import { randomInt } from 'node:crypto';

/** Without I, L, O, U, 0 and 1: nobody reads one for another (Crockford's base 32, without its digits). */
const letters = '23456789ABCDEFGHJKMNPQRSTVWXYZ';
const groups = 3;
const perGroup = 4;

/** 30^12, some 59 bits: nobody comes upon one by trying. */
export const newCode = (): string =>
  Array.from({ length: groups }, () =>
    Array.from({ length: perGroup }, () => letters[randomInt(letters.length)]).join(''),
  ).join('-');

/** As people type it. Null when it can be none. */
export function codeIn(typed: string): string | null {
  const bare = typed.toUpperCase().replace(/[^A-Z0-9]/g, '');
  return bare.length === groups * perGroup ? (bare.match(/.{4}/g) ?? []).join('-') : null;
}

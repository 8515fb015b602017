import { randomInt } from 'node:crypto';

/** Without letters and digits that look alike: 31 of them. */
const alphabet = 'abcdefghjkmnpqrstuvwxyz23456789';
const groups = [0, 4, 8] as const;

/** Days until a code that nobody used is worth nothing. */
export const guardianCodeDays = 60;

/** Wrong birth dates after which a code is worth nothing: a year has too many days to find one. */
export const guardianCodeFailures = 10;

/** `k7mq-x2rt-9bnd`: 59 random bits. */
export function newGuardianCode(): string {
  const letters = Array.from({ length: 12 }, () => alphabet[randomInt(alphabet.length)]).join('');
  return groups.map((at) => letters.slice(at, at + 4)).join('-');
}

/** As somebody types it from paper: in capitals, with other or no hyphens. */
export const typedGuardianCode = (typed: string): string => typed.toLowerCase().replace(/[^a-z0-9]/g, '');

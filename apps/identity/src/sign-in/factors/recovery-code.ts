import { randomInt } from 'node:crypto';

/** Without letters and digits that look alike: 31 of them. */
const alphabet = 'abcdefghjkmnpqrstuvwxyz23456789';
const length = 10;

const grouped = (letters: string): string => `${letters.slice(0, 5)}-${letters.slice(5)}`;

/** `k7mqx-2rt9b`: 49 bits, easy to copy from paper. */
export const newRecoveryCode = (): string =>
  grouped(Array.from({ length }, () => alphabet[randomInt(alphabet.length)]).join(''));

/** As somebody types it from paper: in capitals, with other or no hyphens. */
export const typedRecoveryCode = (typed: string): string =>
  grouped(typed.toLowerCase().replace(/[^a-z0-9]/g, ''));

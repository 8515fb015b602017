import { randomBytes } from 'node:crypto';

/** Crockford's base 32: no I, L, O, U to be misread on a label. */
const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** 60 random bits in 12 characters: whoever holds one code cannot guess another. */
export const newDeviceCode = (): string =>
  Array.from(randomBytes(12), (byte) => letters[byte % letters.length]).join('');

/** As people type it from a label: `0` and `O` are the same, so are `1`, `I` and `L`. */
export const tidyCode = (typed: string): string =>
  typed.toUpperCase().replaceAll('O', '0').replace(/[IL]/g, '1');

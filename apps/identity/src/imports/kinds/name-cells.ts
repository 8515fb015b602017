import { folded } from '@diemcau/contracts/core/folded';

const word = String.raw`[\p{L}\p{M}'’.-]+`;
const words = (most: number): RegExp => new RegExp(`^${word}(?:\\s+${word}){0,${most - 1}}$`, 'u');
const [few, many] = [words(2), words(8)];

/** Letters alone, as names are. */
export const isName = (text: string): boolean => many.test(text);
/** What stands in a column of given names: one word, at most two. */
export const isGivenName = (text: string): boolean => few.test(text);
/** Of more than one word. */
export const isFullerName = (text: string): boolean => /\S\s+\S/u.test(text);

/** The first of two cells says the second already. */
export const endsWith = ([text, end]: readonly [string, string]): boolean =>
  end !== '' && ` ${folded(text)}`.endsWith(` ${folded(end)}`);

/** Of those, 0–1; 0 when there are none. */
export const share = <T>(all: readonly T[], test: (one: T) => boolean): number =>
  all.length === 0 ? 0 : all.filter(test).length / all.length;

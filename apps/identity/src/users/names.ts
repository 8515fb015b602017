import { folded } from '@diemcau/contracts/core/folded';

/** Họ, đệm and tên. Each is empty where the name has none; a single word is the given name. */
export interface NameParts {
  readonly family: string;
  /** May be several words. */
  readonly middle: string;
  readonly given: string;
}

/**
 * A full name as it is kept: NFC, single spaces, and no longer in capitals when all of it was (or all of it small), as
 * lists often are. Hyphens and apostrophes stay within their word: `H'HEN NIÊ` becomes `H'Hen Niê`.
 */
export function tidyName(typed: string): string {
  const name = typed
    .normalize('NFC')
    .replace(/\p{Cf}/gu, '')
    .replace(/[’‘ʼ`´]/gu, "'")
    .replace(/[‐‑–—]/gu, '-')
    .replace(/\s*([-'])\s*/gu, '$1')
    .replace(/\s+/gu, ' ')
    .trim();
  const oneCase = name === name.toLocaleUpperCase('vi') || name === name.toLocaleLowerCase('vi');
  return oneCase ? capitalised(name) : name;
}

const capitalised = (name: string): string =>
  name
    .toLocaleLowerCase('vi')
    .replace(/(?<![\p{L}\p{M}])\p{L}/gu, (letter) => letter.toLocaleUpperCase('vi'));

/**
 * Splits a full name the way school records do: the first word is the family name, the last the given name. Names of
 * peoples who put the family's last are split the same way: everybody looks for them there.
 */
export function nameParts(fullName: string): NameParts {
  const words = tidyName(fullName).split(' ');
  const given = words.at(-1) ?? '';
  if (words.length < 2) return { family: '', middle: '', given };
  return { family: words[0] ?? '', middle: words.slice(1, -1).join(' '), given };
}

/** What searches look through: the name in its order, then the words that also name the person. */
export const searchTextOf = (fullName: string, ...others: readonly (string | null | undefined)[]): string =>
  folded([fullName, ...others].filter((word) => word).join(' '));

/** Follow their base letter in the alphabet, and so must not be lost among its accents: a ă â b c d đ e ê … */
const ownLetters: Readonly<Record<string, string>> = {
  ă: 'a~',
  â: 'a~~',
  đ: 'd~',
  ê: 'e~',
  ô: 'o~',
  ơ: 'o~~',
  ư: 'u~',
};
/** The order of tones in Vietnamese dictionaries: ngang (none), huyền, hỏi, ngã, sắc, nặng. */
const tones: Readonly<Record<string, string>> = {
  '\u0300': '1',
  '\u0309': '2',
  '\u0303': '3',
  '\u0301': '4',
  '\u0323': '5',
};

/**
 * What Vietnamese lists are sorted by: the given name, then the family name, then what is between; in each word letters
 * first, then the tone. To be compared byte by byte (`COLLATE "C"`).
 */
export function sortKeyOf(fullName: string): string {
  const { family, middle, given } = nameParts(fullName);
  return [given, family, ...middle.split(' ')]
    .filter((word) => word !== '')
    .map(keyOfWord)
    .join(' ');
}

function keyOfWord(word: string): string {
  const toneless = [...word.toLocaleLowerCase('vi').normalize('NFD')].filter((mark) => !(mark in tones));
  const letters = [...toneless.join('').normalize('NFC')].map(
    (letter) => ownLetters[letter] ?? folded(letter),
  );
  const marks = [...word.normalize('NFD')].map((mark) => tones[mark] ?? '').join('');
  return `${letters.join('')}!${marks === '' ? '0' : marks}`;
}

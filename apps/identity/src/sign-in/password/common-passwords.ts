import { dictionary } from '@zxcvbn-ts/language-common';

let words: ReadonlySet<string> | undefined;

/** Is it among the 49,000 that leaked most often? In small letters. */
export function isCommonPassword(word: string): boolean {
  words ??= new Set(dictionary['passwords-common'].map(String));
  return words.has(word);
}

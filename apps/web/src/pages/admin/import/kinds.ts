import type { ImportKindName, ImportWords } from '@diemcau/contracts/identity/imports';
import { currentLanguage } from '../../../i18n/language';

export const kinds = ['students', 'staff', 'units'] as const satisfies readonly ImportKindName[];

/** For a query, from an address. */
export function kindOf(text: string | undefined): { kind?: ImportKindName } {
  const kind = kinds.find((one) => one === text);
  return kind ? { kind } : {};
}

export const wordsIn = (words: ImportWords): string => words[currentLanguage()];

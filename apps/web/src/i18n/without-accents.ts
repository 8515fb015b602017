/** Words as they are searched: `Như Xuân` → `nhu xuan`. */
export const withoutAccents = (words: string): string =>
  words.normalize('NFD').replace(/\p{M}/gu, '').replace(/[đĐ]/g, 'd').toLowerCase();

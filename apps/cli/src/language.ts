export type Language = 'vi' | 'en';

/** Vietnamese unless the machine speaks English. */
export function languageOf(env: NodeJS.ProcessEnv): Language {
  const locale = env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'] || '';
  return locale.startsWith('en') ? 'en' : 'vi';
}

/** One text in both languages. */
export type Words = readonly [vi: string, en: string];
export type Say = (...words: Words) => string;

export const sayIn =
  (language: Language): Say =>
  (vi, en) =>
    language === 'vi' ? vi : en;

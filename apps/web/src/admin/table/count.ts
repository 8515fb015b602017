import { currentLanguage } from '../../i18n/language';

/** 40000 → `40.000` in Vietnamese, `40,000` in English. */
export const formatCount = (count: number): string =>
  count.toLocaleString(currentLanguage() === 'vi' ? 'vi-VN' : 'en-GB');

import { checkAdvice } from '@diemcau/contracts/meetings/check-advice';
import type { TestReason } from '@diemcau/contracts/meetings/checks-test';
import { textsOf } from '../../../../i18n/texts-of';

const inLanguage = (language: 'vi' | 'en') =>
  Object.fromEntries(
    Object.entries(checkAdvice).map(([reason, words]) => [reason, words[language]]),
  ) as Record<TestReason, string>;

/** What somebody at the site may do about each reason. */
export const useAdviceTexts = textsOf('checkAdvice', inLanguage('vi'), inLanguage('en'));

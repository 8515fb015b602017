import { currentLanguage } from '../../../i18n/language';

/** As people write them: `8,25` in Vietnamese. */
export const formatPoints = (points: number): string =>
  new Intl.NumberFormat(currentLanguage() === 'vi' ? 'vi-VN' : 'en-GB', { maximumFractionDigits: 2 }).format(
    points,
  );

/** For fields of points: both marks are understood, the one of the language is shown. */
export const pointsField = () => ({
  decimalScale: 2,
  allowedDecimalSeparators: ['.', ','],
  decimalSeparator: currentLanguage() === 'vi' ? ',' : '.',
});

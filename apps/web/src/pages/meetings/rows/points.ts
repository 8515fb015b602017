import { currentLanguage } from '../../../i18n/language';
import { formatDecimal } from '../../../i18n/numbers';

/** As people write them: `8,25` in Vietnamese. */
export const formatPoints = (points: number): string => formatDecimal(points, 2);

/** In a column, where they are compared: `8,50`. */
export const formatColumnPoints = (points: number): string => formatDecimal(points, 2, 2);

/** For fields of points: both marks are understood, the one of the language is shown. */
export const pointsField = () => ({
  decimalScale: 2,
  allowedDecimalSeparators: ['.', ','],
  decimalSeparator: currentLanguage() === 'vi' ? ',' : '.',
});

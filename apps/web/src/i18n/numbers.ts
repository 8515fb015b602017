import { currentLanguage } from './language';

/** As people write them: `1.234,5` in Vietnamese, `1,234.5` in English. @param most @param least digits after the mark */
export const formatDecimal = (value: number, most: number, least = 0): string =>
  new Intl.NumberFormat(currentLanguage() === 'vi' ? 'vi-VN' : 'en-GB', {
    maximumFractionDigits: most,
    minimumFractionDigits: least,
  }).format(value);

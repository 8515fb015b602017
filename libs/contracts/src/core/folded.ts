/**
 * Text as searches compare it: «Thiệu Hoá», «thieu hoa» and «THIỆU  HÓA» are all `thieu hoa`. Lower case, no diacritics,
 * no invisible characters, single spaces.
 */
export const folded = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/[\p{M}\p{Cf}]/gu, '')
    .toLowerCase()
    .replaceAll('đ', 'd')
    .replace(/\s+/gu, ' ')
    .trim();

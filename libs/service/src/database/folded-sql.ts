/**
 * A text of the database as searches compare it, for `LIKE ALL` with `wordPatterns`: «Đề thi» is found by «thi de».
 * For short lists; long ones keep a column that is folded once.
 */
export const foldedSql = (column: string): string =>
  `translate(regexp_replace(lower(normalize(${column}, NFKD) COLLATE pg_c_utf8), '[\\u0300-\\u036f]', '', 'g'), 'đ', 'd')`;

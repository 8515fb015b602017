import { Int, Text } from './fields.js';

/** Longest cursor: it holds the names by which a list is sorted, and the id of a row. */
export const cursorChars = 1500;

/** What every list takes. No list is unbounded. */
export class PageQuery {
  /** How many at most, 1–200; 50 unless told. */
  @Int({ min: 1, max: 200, optional: true }) limit?: number;
  /** `nextCursor` of the page before. */
  @Text({ max: cursorChars, optional: true }) cursor?: string;
  /** Words to look for; accents are optional. */
  @Text({ max: 100, optional: true }) q?: string;
}

export class Nothing {}

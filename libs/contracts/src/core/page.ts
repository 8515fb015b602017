import { Int, Text } from './fields.js';

/** What every list takes. No list is unbounded. */
export class PageQuery {
  /** How many at most, 1–200; 50 unless told. */
  @Int({ min: 1, max: 200, optional: true }) limit?: number;
  /** `nextCursor` of the page before. */
  @Text({ max: 300, optional: true }) cursor?: string;
  /** Words to look for; accents are optional. */
  @Text({ max: 100, optional: true }) q?: string;
}

export class Nothing {}

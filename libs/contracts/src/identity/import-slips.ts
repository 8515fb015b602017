import { Instant, ListOf, Text } from '../core/fields.js';

/** One person's way in, to be printed, cut out and handed over. */
export class CredentialSlip {
  @Text({ max: 120 }) displayName: string;
  @Text({ max: 60, nullable: true }) code: string | null;
  @Text({ max: 100 }) userName: string;
  /** Good once, until `expiresAt`; leads to choosing a password of one's own. */
  @Text({ max: 40 }) secret: string;
  @Instant() expiresAt: string;
}
/** Slips that belong on one sheet. */
export class SlipGroup {
  /** Class, or unit for staff. */
  @Text({ max: 200 }) title: string;
  @Text({ max: 200 }) unitName: string;
  @ListOf(() => CredentialSlip, { max: 200 }) slips: CredentialSlip[];
}
export class SlipPage {
  /** A group that goes on is the last of one page and, with the same titles, the first of the next. */
  @ListOf(() => SlipGroup, { max: 200 }) groups: SlipGroup[];
  @Text({ max: 300, nullable: true }) nextCursor: string | null;
}

import { Id, Instant, Int, ListOf, Text } from '../core/fields.js';
import { cursorChars, PageQuery } from '../core/page.js';

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
  @Text({ max: cursorChars, nullable: true }) nextCursor: string | null;
}

/** Whose slips of an import. */
export class SlipSelection {
  @Id() importId: string;
  /** Of this unit and everything below it; all units unless given. */
  @Id({ optional: true }) unitId?: string;
  /** Of this class; all classes unless given. */
  @Id({ optional: true }) classId?: string;
}
export class SlipQuery extends SlipSelection {
  @Text({ max: cursorChars, optional: true }) cursor?: string;
}

/** By what they can be printed apart: units, or, with `unitId`, the classes of that unit and everything below it. */
export class SlipCountQuery extends PageQuery {
  @Id() importId: string;
  @Id({ optional: true }) unitId?: string;
}
export class SlipCount {
  /** Of the unit or class. */
  @Id() id: string;
  @Text({ max: 200 }) name: string;
  /** People whose initial secret can still be printed. */
  @Int({ min: 1, max: 1_000_000 }) slips: number;
}
export class SlipCountPage {
  /** In the order in which they are printed. A page may be short of units where the caller may not print. */
  @ListOf(() => SlipCount, { max: 200 }) items: SlipCount[];
  @Text({ max: cursorChars, nullable: true }) nextCursor: string | null;
}

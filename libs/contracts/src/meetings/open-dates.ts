import { Day, Id, Instant, Int, ListOf, OneOf, Part, Text } from '../core/fields.js';
import { DateReason } from './recurrence.js';

export class MissedDatesQuery {
  /** Of this series alone. */
  @Id({ optional: true }) seriesId?: string;
}

/**
 * `standstill`: nothing ran when its meeting was to be made. `undecided`: it waited for somebody's decision (policy or choice
 * `ask`) until its time was over.
 */
export const missedCauses = ['standstill', 'undecided'] as const;
export type MissedCause = (typeof missedCauses)[number];

/**
 * A date whose time was over before its meeting could be made (HB-7.1), and about which nobody decided yet. Held on another
 * day (`move`) or given up (`skip`) it is no longer one.
 */
export class MissedDate {
  @Id() seriesId: string;
  @Text({ max: 300 }) title: string;
  @Text({ max: 200 }) unitName: string;
  /** The date that the rule gives. */
  @Day() nominal: string;
  /** When the meeting would have begun. */
  @Instant() startsAt: string;
  /** When it was found that it is too late. */
  @Instant() foundAt: string;
  @OneOf(missedCauses, { example: 'undecided' }) cause: MissedCause;
}
export class MissedDates {
  /** The latest 200. */
  @ListOf(() => MissedDate, { max: 200 }) items: MissedDate[];
  @Int({ min: 0, max: 1_000_000 }) total: number;
}

export class WaitingDatesQuery {
  /** Of this series alone. */
  @Id({ optional: true }) seriesId?: string;
}

/**
 * A date of the next 90 days that waits for somebody's decision: its series' shift policy says so (`ask`), or somebody left it
 * open (HB-7.1). Undecided when its time comes, it is a {@link MissedDate}.
 */
export class WaitingDate {
  @Id() seriesId: string;
  @Text({ max: 300 }) title: string;
  @Text({ max: 200 }) unitName: string;
  /** The date that the rule gives. */
  @Day() nominal: string;
  /** When the meeting would begin if it were held on its own day: until then somebody is to decide. */
  @Instant() startsAt: string;
  /** Why it was not simply made: no working day, or what somebody noted. */
  @Part(() => DateReason, { nullable: true }) reason: DateReason | null;
}
export class WaitingDates {
  /** The first 200 by time. */
  @ListOf(() => WaitingDate, { max: 200 }) items: WaitingDate[];
  @Int({ min: 0, max: 1_000_000 }) total: number;
}

import type { PlannedDate } from '@diemcau/contracts/meetings/recurrence';

export interface Overlap {
  /** Which of the dates. */
  readonly at: number;
  /** What it meets. */
  readonly date: PlannedDate;
}

/** Which dates overlap in time with which; what is skipped or waits meets nothing. */
export function overlaps(dates: readonly PlannedDate[], others: readonly PlannedDate[]): Overlap[] {
  return dates.flatMap((own, at) => {
    const { startsAt, endsAt } = own;
    if (startsAt === null || endsAt === null) return [];
    return others
      .filter((date) => date !== own && date.startsAt !== null && date.startsAt < endsAt)
      .filter((date) => (date.endsAt ?? '') > startsAt)
      .map((date) => ({ at, date }));
  });
}

import type { ChangeOccurrence } from '@diemcau/contracts/meetings/occurrences-changes';
import type { OccurrenceRow } from './occurrence-row.js';

/** The meeting as the change makes it; sites apart. */
export interface Changed {
  readonly title: string;
  readonly level: string | null;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly roomId: string | null;
  readonly chairId: string | null;
  readonly directorId: string | null;
  readonly secretaryId: string | null;
  readonly composition: string | null;
  readonly dispatchNumber: string | null;
  readonly dispatchDate: string | null;
  readonly dispatchFileId: string | null;
}

const kept = <T>(given: T | undefined, before: T): T => (given === undefined ? before : given);

export function changed(before: OccurrenceRow, change: ChangeOccurrence): Changed {
  const letter =
    change.dispatch === undefined
      ? before
      : {
          dispatchNumber: change.dispatch?.number ?? null,
          dispatchDate: change.dispatch?.date ?? null,
          dispatchFileId: change.dispatch?.fileId ?? null,
        };
  return {
    title: change.title ?? before.title,
    level: change.level ?? before.level,
    startsAt: change.startsAt === undefined ? before.startsAt : new Date(change.startsAt),
    endsAt: change.endsAt === undefined ? before.endsAt : new Date(change.endsAt),
    roomId: kept(change.roomId, before.roomId),
    chairId: kept(change.chairId, before.chairId),
    directorId: kept(change.directorId, before.directorId),
    secretaryId: kept(change.secretaryId, before.secretaryId),
    composition: kept(change.composition, before.composition),
    dispatchNumber: letter.dispatchNumber,
    dispatchDate: letter.dispatchDate,
    dispatchFileId: letter.dispatchFileId,
  };
}

export const movesTime = (before: OccurrenceRow, after: Changed): boolean =>
  before.startsAt.getTime() !== after.startsAt.getTime() ||
  before.endsAt.getTime() !== after.endsAt.getTime();

/** Only what differs, for the audit log. */
export function audited(of: object, other: object): Record<string, unknown> {
  const others = new Map(Object.entries(other));
  return Object.fromEntries(
    Object.entries(of).filter(
      ([key, value]) => others.has(key) && JSON.stringify(value) !== JSON.stringify(others.get(key)),
    ),
  );
}

import type { OccurrenceLine } from '@diemcau/contracts/meetings/occurrences';
import type { OccurrenceAction } from '@diemcau/contracts/meetings/occurrences-parts';
import type { OccurrenceState } from '@diemcau/contracts/meetings/vocabulary';

/** In these a meeting stays until somebody says on its page that it began, ended or does not take place. */
export const unsettled = [
  'live',
  'paused',
  'checking',
  'scheduled',
] as const satisfies readonly OccurrenceState[];

/** What is left to do with a meeting past its end; also the name of the sentence that says so. */
export type Settling = 'finish' | 'haveFinished' | 'holdOrDrop' | 'hold' | 'drop';

/** Past their end; those that still hold their room before those that never began, each the latest first. */
export const pastTheirEnd = <M extends Pick<OccurrenceLine, 'state' | 'endsAt'>>(
  meetings: readonly M[],
  nowMs: number,
): M[] =>
  meetings
    .filter(({ endsAt }) => Date.parse(endsAt) <= nowMs)
    .toSorted(
      (one, other) =>
        Number(begun(other)) - Number(begun(one)) || Date.parse(other.endsAt) - Date.parse(one.endsAt),
    );

/**
 * @param writes whether the caller holds `meetings.write` over the meeting's unit: of one that goes on no action says so
 * @returns null where the caller neither presides over the meeting nor writes it: it is for others to settle
 */
export function settlingOf(
  meeting: Pick<OccurrenceLine, 'state'>,
  actions: readonly OccurrenceAction[],
  writes: boolean,
): Settling | null {
  if (begun(meeting)) return actions.includes('end') ? 'finish' : writes ? 'haveFinished' : null;
  const [presides, drops] = [actions.includes('start'), actions.includes('cancel')];
  if (presides && drops) return 'holdOrDrop';
  return presides ? 'hold' : drops ? 'drop' : null;
}

export const begun = ({ state }: Pick<OccurrenceLine, 'state'>): boolean =>
  state === 'live' || state === 'paused';

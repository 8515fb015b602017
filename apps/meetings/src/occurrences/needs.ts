import type { MeetingType } from '@diemcau/contracts/meetings/meeting-types';
import type { NeededPart } from '@diemcau/contracts/meetings/occurrences-parts';

/** What of a meeting decides whether it can be scheduled. */
export interface Prepared {
  readonly chairId: string | null;
  readonly composition: string | null;
  readonly hasDispatch: boolean;
  readonly hasMainSite: boolean;
  readonly hasStandbySite: boolean;
  readonly agendaItems: number;
  readonly conflicts: number;
}

/** I13: what it lacks. @param type what it demands besides */
export function missingOf(
  meeting: Prepared,
  { dispatchNeeded, standbyNeeded }: Pick<MeetingType, 'dispatchNeeded' | 'standbyNeeded'>,
): NeededPart[] {
  const lacking: Readonly<Record<NeededPart, boolean>> = {
    chair: meeting.chairId === null,
    mainSite: !meeting.hasMainSite,
    standbySite: standbyNeeded && !meeting.hasStandbySite,
    agenda: meeting.agendaItems === 0,
    composition: meeting.composition === null,
    dispatch: dispatchNeeded && !meeting.hasDispatch,
    noConflict: meeting.conflicts > 0,
  };
  return (Object.keys(lacking) as NeededPart[]).filter((part) => lacking[part]);
}

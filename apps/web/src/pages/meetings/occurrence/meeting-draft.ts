import type { Occurrence } from '@diemcau/contracts/meetings/occurrences';
import type { OccurrenceContent } from '@diemcau/contracts/meetings/occurrences-changes';
import type { SiteWanted } from '@diemcau/contracts/meetings/occurrences-parts';
import type { SeriesTemplate } from '@diemcau/contracts/meetings/series-template';
import type { MeetingKind } from '@diemcau/contracts/meetings/vocabulary';
import { isHalf } from '../series/draft';
import { lengthOf, type TypeLength } from '../types/length';
import { instantsOf, laterBy, type Times, timesOf } from './times';

/** A meeting as it is in a form. People, room, sites and agenda are those fields that a series has, too. */
export interface MeetingDraft {
  readonly kind: MeetingKind;
  /** Null: that of the type of who holds it. */
  readonly level: string | null;
  readonly title: string;
  readonly times: Times;
  /** Somebody said how long it takes: its type does not say so any more. */
  readonly lengthSaid: boolean;
  readonly template: SeriesTemplate;
}

export const emptyMeeting: MeetingDraft = {
  kind: 'conference',
  level: null,
  title: '',
  times: { day: null, from: '08:00', to: '10:00' },
  lengthSaid: false,
  template: {
    roomId: null,
    chairId: null,
    directorId: null,
    secretaryId: null,
    composition: null,
    sites: [],
    agenda: [],
    dispatch: null,
  },
};

export const draftOf = (meeting: Occurrence): MeetingDraft => ({
  kind: meeting.kind,
  level: meeting.level,
  title: meeting.title,
  times: timesOf(meeting.startsAt, meeting.endsAt),
  lengthSaid: true,
  template: {
    roomId: meeting.room?.id ?? null,
    chairId: meeting.chair?.id ?? null,
    directorId: meeting.director?.id ?? null,
    secretaryId: meeting.secretary?.id ?? null,
    composition: meeting.composition,
    sites: meeting.sites.map(({ siteId, role, expected }) => ({ siteId, role, expected })),
    agenda: [],
    dispatch: meeting.dispatch && { number: meeting.dispatch.number, date: meeting.dispatch.date },
  },
});

/** It ends when its type says, until somebody says otherwise. */
export const withTypeLength = (
  draft: MeetingDraft,
  types: readonly TypeLength[] | undefined,
): MeetingDraft =>
  draft.lengthSaid
    ? draft
    : {
        ...draft,
        times: { ...draft.times, to: laterBy(draft.times.from, lengthOf(types, draft.kind)) },
      };

/** As somebody wrote its times: another end is another length. */
export const withTimes = (draft: MeetingDraft, times: Times): MeetingDraft => ({
  ...draft,
  times,
  lengthSaid: draft.lengthSaid || times.to !== draft.times.to,
});

const dayMs = 86_400_000;

/** As it is sent: with the role that every site has in the form. */
export interface WrittenMeeting extends OccurrenceContent {
  sites: SiteWanted[];
}

/** Null while something is missing. */
export function contentOf({ kind, level, title, times, template }: MeetingDraft): WrittenMeeting | null {
  const instants = instantsOf(times);
  if (instants === null || title.trim() === '' || isHalf(template)) return null;
  const { agenda, dispatch, ...parts } = template;
  const due = (days: number): string => new Date(Date.parse(instants.startsAt) - days * dayMs).toISOString();
  return {
    kind,
    ...(level !== null && { level }),
    title: title.trim(),
    ...instants,
    ...parts,
    dispatch: dispatch && { ...dispatch, fileId: null },
    agenda: agenda
      .filter((item) => item.title.trim() !== '')
      .map(({ title: text, unitId, minutes, dueDays }) => ({
        title: text.trim(),
        unitId,
        minutes,
        dueAt: dueDays === null ? null : due(dueDays),
      })),
  };
}

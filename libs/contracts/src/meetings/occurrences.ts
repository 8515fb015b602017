import { ClientOf, contract, takes } from '../core/contract.js';
import { Day, Flag, Id, Instant, Int, ListOf, OneOf, Part, SomeOf, Text } from '../core/fields.js';
import { facts } from '../core/messages.js';
import { cursorChars, PageQuery } from '../core/page.js';
import {
  CancelOccurrence,
  ChangeOccurrence,
  CorrectOccurrence,
  MakeOccurrence,
  OccurrenceRef,
  OccurrenceStep,
  PostponeOccurrence,
  RescheduleOccurrence,
  StartOccurrence,
} from './occurrences-changes.js';
import {
  Correction,
  Dispatch,
  LiveSession,
  type NeededPart,
  neededParts,
  type OccurrenceAction,
  occurrenceActions,
  OccurrenceConflict,
  OccurrenceRoom,
  OccurrenceSite,
  PersonNamed,
} from './occurrences-parts.js';
import { KindName } from './meeting-types.js';
import { DateReason } from './recurrence.js';
import { type MeetingKind, meetingKinds, type OccurrenceState, occurrenceStates } from './vocabulary.js';

/** One meeting at one time, as lists and calendars have it. */
export class OccurrenceLine {
  @Id() id: string;
  @Id({ nullable: true }) seriesId: string | null;
  /** The date that the series' rule gives; null outside of series. */
  @Day({ nullable: true }) nominalDate: string | null;
  @Id() unitId: string;
  @Text({ max: 200 }) unitName: string;
  /** At which level it is held: key of a type of units of the province (HB-1). Null until what was made before levels has one. */
  @Text({ max: 60, nullable: true, example: 'department' }) level: string | null;
  @OneOf(meetingKinds) kind: MeetingKind;
  @Part(() => KindName) kindName: KindName;
  @Text({ max: 300 }) title: string;
  @OneOf(occurrenceStates) state: OccurrenceState;
  @Instant() startsAt: string;
  @Instant() endsAt: string;
  /** IANA. */
  @Text({ max: 60 }) zone: string;
  @Flag() urgent: boolean;
  /** A room or site it was to have is taken: somebody must decide. */
  @Flag() conflicted: boolean;
  /** iCalendar's SEQUENCE: raised by a change of time or sites (I15). */
  @Int({ min: 0, max: 2_000_000_000 }) sequence: number;
  /** For the `version` of changes; raised by every one. */
  @Int({ min: 1, max: 2_000_000_000 }) version: number;
}

export class Occurrence extends OccurrenceLine {
  /** Why it is not on its nominal date; null when it is. */
  @Part(() => DateReason, { nullable: true }) shift: DateReason | null;
  @Part(() => OccurrenceRoom, { nullable: true }) room: OccurrenceRoom | null;
  @Part(() => PersonNamed, { nullable: true }) chair: PersonNamed | null;
  @Part(() => PersonNamed, { nullable: true }) director: PersonNamed | null;
  @Part(() => PersonNamed, { nullable: true }) secretary: PersonNamed | null;
  /** Who is to come, in words (HB-4.3). */
  @Text({ max: 2000, multiline: true, nullable: true }) composition: string | null;
  @Part(() => Dispatch, { nullable: true }) dispatch: Dispatch | null;
  /** Who asked for it (HB-4.2); null for what the owner made itself. */
  @Id({ nullable: true }) requestingUnitId: string | null;
  @Text({ max: 200, nullable: true }) requestingUnitName: string | null;
  @Id({ nullable: true }) authorId: string | null;
  /** Why it is asked for, was refused, postponed, cancelled or aborted. */
  @Text({ max: 500, nullable: true }) reason: string | null;
  /** People changed it by hand: making its series anew leaves it alone (I11). */
  @Flag() edited: boolean;
  /** Main and standby first. */
  @ListOf(() => OccurrenceSite, { max: 1000 }) sites: OccurrenceSite[];
  @ListOf(() => OccurrenceConflict, { max: 1001 }) conflicts: OccurrenceConflict[];
  /** What it still needs to be scheduled (I13). */
  @SomeOf(neededParts) missing: NeededPart[];
  /** When its room opened by itself; null before. */
  @Instant({ nullable: true }) openedAt: string | null;
  @Part(() => LiveSession, { nullable: true }) live: LiveSession | null;
  @ListOf(() => Correction, { max: 200 }) corrections: Correction[];
  /** What the caller may do with it now. */
  @SomeOf(occurrenceActions) actions: OccurrenceAction[];
  /** The meeting's type has a sheet for scores. */
  @Flag() scored: boolean;
}

export class OccurrenceQuery extends PageQuery {
  /** Held by this unit or one below, or with a site of theirs. */
  @Id({ optional: true }) unitId?: string;
  @Id({ optional: true }) seriesId?: string;
  @OneOf(occurrenceStates, { optional: true }) state?: OccurrenceState;
  @OneOf(meetingKinds, { optional: true }) kind?: MeetingKind;
  /** Key of a type of units (HB-1). */
  @Text({ max: 60, optional: true, example: 'department' }) level?: string;
  /** That end after this. */
  @Instant({ optional: true }) from?: string;
  /** That start before this. */
  @Instant({ optional: true }) to?: string;
  /** Only those with a room or site that is taken. */
  @Flag({ optional: true }) conflicted?: boolean;
}
export class OccurrencePage {
  /** By start. */
  @ListOf(() => OccurrenceLine, { max: 200 }) items: OccurrenceLine[];
  @Text({ max: cursorChars, nullable: true }) nextCursor: string | null;
}

export class CalendarQuery {
  @Id() unitId: string;
  @Instant({ example: '2026-11-30T17:00:00Z' }) from: string;
  /** Exclusive, at most 62 days after `from`. */
  @Instant({ example: '2026-12-31T17:00:00Z' }) to: string;
}
/**
 * A month or so of one unit: what it holds itself, what its sites take part in, what it prepares a point of the agenda or an
 * item of the checklist of (HB-8.1); in a unit of the caller's own also the meetings in whose jury the caller sits.
 */
export class UnitCalendar {
  /** By start; the first 2,000. */
  @ListOf(() => OccurrenceLine, { max: 2000 }) items: OccurrenceLine[];
}

/**
 * Seen with `meetings.read` on the meeting's unit, on the unit of one of its sites, or on the unit that asked for it; one
 * meeting also by its chair, director and secretary, and by who owes a point of its agenda or an item of its checklist. Made
 * and changed with `meetings.write`, run with `meetings.preside` on the meeting's unit.
 */
export const Occurrences = contract('meetings.occurrences', {
  list: takes(OccurrenceQuery).gives(OccurrencePage),
  calendar: takes(CalendarQuery).gives(UnitCalendar),
  find: takes(OccurrenceRef).gives(Occurrence),
  /** A draft, whose room and sites are held from now on (I9). */
  make: takes(MakeOccurrence).gives(Occurrence),
  change: takes(ChangeOccurrence).gives(Occurrence),
  /** To somebody else, for approval (I12). */
  submit: takes(OccurrenceStep).gives(Occurrence),
  /** A draft of an approved series, once it has what it needs (I13). */
  schedule: takes(OccurrenceStep).gives(Occurrence),
  /** Its room and sites are free for others until it has a new time. */
  postpone: takes(PostponeOccurrence).gives(Occurrence),
  reschedule: takes(RescheduleOccurrence).gives(Occurrence),
  cancel: takes(CancelOccurrence).gives(Occurrence),
  /** With failed or missing checks only with the chair's own logged reason (I14); who else presides then asks the chair. */
  start: takes(StartOccurrence).gives(Occurrence),
  pause: takes(OccurrenceStep).gives(Occurrence),
  resume: takes(OccurrenceStep).gives(Occurrence),
  end: takes(OccurrenceStep).gives(Occurrence),
  abort: takes(CancelOccurrence).gives(Occurrence),
  /** Frozen from now on (I17). */
  report: takes(OccurrenceStep).gives(Occurrence),
  correct: takes(CorrectOccurrence).gives(Occurrence),
});
export class OccurrencesClient extends ClientOf(Occurrences) {}

/** What happened to which meeting; the rest is in the tables, or asked for. */
export class OccurrenceHappened {
  @Id() occurrenceId: string;
  @Int({ min: 0, max: 2_000_000_000 }) sequence: number;
  @Int({ min: 1, max: 2_000_000_000 }) version: number;
  @Id() unitId: string;
}
export const OccurrenceFacts = facts('meetings.occurrences', {
  scheduled: OccurrenceHappened,
  /** Anything but time and sites. */
  changed: OccurrenceHappened,
  /** Another time, or other sites (I15). */
  moved: OccurrenceHappened,
  cancelled: OccurrenceHappened,
  started: OccurrenceHappened,
  ended: OccurrenceHappened,
});

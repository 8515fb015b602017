import { ClientOf, contract, takes } from '../core/contract.js';
import { Day, Flag, Id, Ids, Int, ListOf, OneOf, Part, Text, WallTime } from '../core/fields.js';
import { cursorChars, PageQuery } from '../core/page.js';
import { KindName } from './meeting-types.js';
import { MissedDates, MissedDatesQuery, WaitingDates, WaitingDatesQuery } from './open-dates.js';
import { SeriesPreview } from './recurrence.js';
import { NewTemplate, SeriesTemplate, templateValues } from './series-template.js';
import {
  type MeetingKind,
  meetingKinds,
  type SeriesState,
  seriesStates,
  type ShiftPolicy,
  shiftPolicies,
} from './vocabulary.js';

/** When a series takes place: wall time in a zone, never instants (HB-7.1). */
export class SeriesTimes {
  /** RFC 5545, 3.3.10, without DTSTART and times: `FREQ=MONTHLY;BYMONTHDAY=25`. At most one date a day. */
  @Text({ max: 500, example: 'FREQ=MONTHLY;BYMONTHDAY=25' }) rule: string;
  /** From here on the rule is counted (DTSTART). It is a date of the series only if the rule gives it. */
  @Day({ example: '2027-01-01' }) firstDay: string;
  /** Wall time, `08:00`. */
  @WallTime({ example: '08:00' }) startsAt: string;
  /** Minutes, 5–1440. */
  @Int({ min: 5, max: 1440, example: 120 }) durationMin: number;
  /** What becomes of a date that is no working day. */
  @OneOf(shiftPolicies, { example: 'nextWorkingDay' }) shift: ShiftPolicy;
}

/** A recurring meeting; a line of a plan when it has one. */
export class SeriesLine extends SeriesTimes {
  @Id() id: string;
  @Id({ nullable: true }) planId: string | null;
  @Id() unitId: string;
  @Text({ max: 200 }) unitName: string;
  /** That its meetings begin with, as of a meeting (HB-1). */
  @Text({ max: 60, nullable: true, example: 'department' }) level: string | null;
  @OneOf(meetingKinds) kind: MeetingKind;
  @Part(() => KindName) kindName: KindName;
  @Text({ max: 300 }) title: string;
  /** IANA name of the time zone of `startsAt`. */
  @Text({ max: 60 }) zone: string;
  @OneOf(seriesStates) state: SeriesState;
  /** Dates before are those of the series that this one follows, or lie before its plan; null: from the first on. */
  @Day({ nullable: true }) fromDay: string | null;
  /** The last nominal date that there can be: of a plan's line at most the last day of its period; null while it goes on. */
  @Day({ nullable: true }) untilDay: string | null;
  /** "This and following" ended that series and began this one. */
  @Id({ nullable: true }) followsId: string | null;
  /** Raised by every change. */
  @Int({ min: 1, max: 2_000_000_000 }) version: number;
}

/**
 * What somebody decided about one date. `move`: to another day and time. `skip`: not held. `ask`: waits for somebody's
 * decision. `hold`: as the rule gives it, whatever the working calendar says.
 */
export const exceptionChoices = ['move', 'skip', 'ask', 'hold'] as const;
export type ExceptionChoice = (typeof exceptionChoices)[number];

export class DateChoice {
  /** The date that the rule gives. */
  @Day({ example: '2028-01-25' }) nominal: string;
  @OneOf(exceptionChoices, { example: 'move' }) choice: ExceptionChoice;
  /** Of `move` the day; else null. */
  @Day({ nullable: true, example: '2028-01-21' }) day: string | null;
  /** Of `move` the wall time; null: as the series. */
  @WallTime({ nullable: true, example: '14:00' }) startsAt: string | null;
  /** Shown beside the date. */
  @Text({ max: 300, nullable: true }) note: string | null;
}

export class Series extends SeriesLine {
  @Part(() => SeriesTemplate, { items: templateValues }) template: SeriesTemplate;
  @ListOf(() => DateChoice, { max: 400 }) choices: DateChoice[];
  @Id({ nullable: true }) authorId: string | null;
  /** When and what happens is frozen with the plan's approval; people, room, sites and agenda are not. */
  @Flag() frozen: boolean;
  /** The caller may change it. */
  @Flag() changeable: boolean;
  /** The caller may approve it: it is outside of plans, a draft, and by somebody else (I12). */
  @Flag() approvable: boolean;
}

export class SeriesQuery extends PageQuery {
  /** Of this unit and everything below. */
  @Id({ optional: true }) unitId?: string;
  @Id({ optional: true }) planId?: string;
  @OneOf(seriesStates, { optional: true }) state?: SeriesState;
  @OneOf(meetingKinds, { optional: true }) kind?: MeetingKind;
  /** Key of a type of units (HB-1). */
  @Text({ max: 60, optional: true, example: 'department' }) level?: string;
  /** True: those outside of plans alone; false: lines of plans alone. */
  @Flag({ optional: true }) outsidePlans?: boolean;
}
export class ListedSeries extends SeriesLine {
  /** As of the series. */
  @Flag() approvable: boolean;
}
export class SeriesPage {
  /** By title. */
  @ListOf(() => ListedSeries, { max: 200 }) items: ListedSeries[];
  @Text({ max: cursorChars, nullable: true }) nextCursor: string | null;
  @Int({ min: 0, max: 1_000_000 }) total: number;
}

export class SeriesRef {
  @Id() seriesId: string;
}

export class MakeSeries extends SeriesTimes {
  /** IANA name; Asia/Ho_Chi_Minh unless given. */
  @Text({ max: 60, optional: true, example: 'Asia/Ho_Chi_Minh' }) zone?: string;
  @Id() unitId: string;
  /**
   * A draft plan of the unit, whose period bounds the dates; null: outside of plans, and makes nothing until somebody else
   * approved it (I12).
   */
  @Id({ nullable: true }) planId: string | null;
  @OneOf(meetingKinds, { example: 'briefing' }) kind: MeetingKind;
  /** Key of a type of units of the province (HB-1); the type of who holds it unless given. */
  @Text({ max: 60, optional: true, example: 'department' }) level?: string;
  @Text({ max: 300, example: 'Giao ban tháng' }) title: string;
  @Part(() => NewTemplate, { items: templateValues }) template: NewTemplate;
  /** What to do with dates that meet other meetings, or for other reasons. */
  @ListOf(() => DateChoice, { max: 400, optional: true }) choices?: DateChoice[];
}

/** A date that somebody decided about. */
export class ChosenDate {
  @Day({ example: '2028-01-25' }) nominal: string;
}

/**
 * How far a change reaches. `following`: from one date on; the series ends before it and another one begins. `all`: every
 * date that has not begun. One date alone is changed by its choice, or as an occurrence once it is made.
 */
export const seriesScopes = ['following', 'all'] as const;
export type SeriesScope = (typeof seriesScopes)[number];

export class ChangeSeries extends SeriesRef {
  /** The version that was read; another one in the meantime fails with 412. */
  @Int({ min: 1, max: 2_000_000_000 }) version: number;
  @OneOf(seriesScopes, { example: 'all' }) scope: SeriesScope;
  /** Of `following`: the first nominal date that the change is about. */
  @Day({ optional: true, nullable: true }) from?: string | null;
  @OneOf(meetingKinds, { optional: true }) kind?: MeetingKind;
  /** Not frozen by a plan's approval. */
  @Text({ max: 60, optional: true, example: 'department' }) level?: string;
  @Text({ max: 300, optional: true }) title?: string;
  @Text({ max: 500, optional: true }) rule?: string;
  @Day({ optional: true }) firstDay?: string;
  @WallTime({ optional: true }) startsAt?: string;
  @Int({ min: 5, max: 1440, optional: true }) durationMin?: number;
  @Text({ max: 60, optional: true }) zone?: string;
  @OneOf(shiftPolicies, { optional: true }) shift?: ShiftPolicy;
  @Part(() => SeriesTemplate, { items: templateValues, optional: true }) template?: SeriesTemplate;
  /** Added to those there are, after `dropChoices` was taken back. */
  @ListOf(() => DateChoice, { max: 400, optional: true }) choices?: DateChoice[];
  /** Nominal dates whose choice is taken back. */
  @ListOf(() => ChosenDate, { max: 400, optional: true }) dropChoices?: ChosenDate[];
}

export class EndSeries extends SeriesRef {
  @Int({ min: 1, max: 2_000_000_000 }) version: number;
  /** The last day on which there can be a date; what is made for later and was not changed by hand is cancelled. */
  @Day() untilDay: string;
}

export class ApproveSeries extends SeriesRef {
  @Int({ min: 1, max: 2_000_000_000 }) version: number;
}

export class SeriesDateRef extends SeriesRef {
  @Day() nominal: string;
}

export class SetDateChoice extends SeriesDateRef {
  @OneOf(exceptionChoices, { example: 'move' }) choice: ExceptionChoice;
  @Day({ nullable: true, example: '2028-01-21' }) day: string | null;
  @WallTime({ nullable: true, example: '14:00' }) startsAt: string | null;
  @Text({ max: 300, nullable: true }) note: string | null;
}

/** A series that need not be saved yet. */
export class PreviewSeries extends SeriesTimes {
  /** IANA name; Asia/Ho_Chi_Minh unless given. */
  @Text({ max: 60, optional: true, example: 'Asia/Ho_Chi_Minh' }) zone?: string;
  @Id() unitId: string;
  /** When it is saved already: its own meetings are no conflict, nor those of the series that it takes the place of. */
  @Id({ optional: true, nullable: true }) seriesId?: string | null;
  /** Of what is not saved: the plan that it is to be a line of. Its other lines count, although they are drafts too. */
  @Id({ optional: true, nullable: true }) planId?: string | null;
  @Id({ optional: true, nullable: true }) roomId?: string | null;
  @Ids({ max: 1000, optional: true }) siteIds?: string[];
  @ListOf(() => DateChoice, { max: 400, optional: true }) choices?: DateChoice[];
  /** Dates from this day on; the first day, or today if that is later, unless given. */
  @Day({ optional: true, example: '2027-01-01' }) from?: string;
}

export class SeriesDatesQuery extends SeriesRef {
  /** The first nominal date; today unless given. */
  @Day({ optional: true }) from?: string;
}

/** Who may read series has `meetings.read` over their unit. */
export const SeriesContract = contract('meetings.series', {
  list: takes(SeriesQuery).gives(SeriesPage),
  find: takes(SeriesRef).gives(Series),
  /** The next 24 dates with reasons and conflicts, before anything is saved; for who may change series of the unit. */
  preview: takes(PreviewSeries).gives(SeriesPreview),
  /** As {@link preview}, of what is saved. */
  dates: takes(SeriesDatesQuery).gives(SeriesPreview),
  missed: takes(MissedDatesQuery).gives(MissedDates),
  /** Of series that the caller may decide about: `meetings.write` over their unit. */
  waiting: takes(WaitingDatesQuery).gives(WaitingDates),
});
export class SeriesClient extends ClientOf(SeriesContract) {}

/** Who may change series has `meetings.write` over their unit. */
export const SeriesChanges = contract('meetings.seriesChanges', {
  make: takes(MakeSeries).gives(Series),
  /** With scope `following` the answer is the series that begins. */
  change: takes(ChangeSeries).gives(Series),
  /** A draft only. */
  remove: takes(SeriesRef),
  /** Of a series outside of plans, with `meetings.approve`, by somebody else than its author (I12). */
  approve: takes(ApproveSeries).gives(Series),
  end: takes(EndSeries).gives(Series),
  choose: takes(SetDateChoice).gives(Series),
  /** Takes a choice back: the date is as the rule and the calendar give it. */
  unchoose: takes(SeriesDateRef).gives(Series),
});
export class SeriesChangesClient extends ClientOf(SeriesChanges) {}

import { failures } from '../core/failure.js';
import { Day, Flag, Id, Instant, Int, ListOf, OneOf, Part, Text } from '../core/fields.js';

/**
 * What becomes of a date of a rule. `asPlanned`: held on that day. `shifted`: on another by the shift policy. `moved`: where
 * somebody put it. `skipped`: not held. `waiting`: until somebody decides (policy or choice `ask`).
 */
export const dateOutcomes = ['asPlanned', 'shifted', 'moved', 'skipped', 'waiting'] as const;
export type DateOutcome = (typeof dateOutcomes)[number];

/**
 * Why a date is not as planned. `weekend`, `holiday`: no working day. `taken`: shifting brought it onto another date of the
 * series. `noWorkingDay`: none within 60 days. `choice`: somebody decided so.
 */
export const dateReasonKinds = ['weekend', 'holiday', 'taken', 'noWorkingDay', 'choice'] as const;
export type DateReasonKind = (typeof dateReasonKinds)[number];

/** «25/01/2028 là ngày cận Tết Nguyên đán». */
export class DateReason {
  @OneOf(dateReasonKinds) kind: DateReasonKind;
  /** The day that is so. */
  @Day() day: string;
  /** «ngày cận Tết Nguyên đán», «Chủ nhật»; what somebody gave as the reason of a choice. */
  @Text({ max: 300, min: 0 }) nameVi: string;
  @Text({ max: 300, min: 0 }) nameEn: string;
}

/** One date of a series. */
export class PlannedDate {
  /** The date that the rule gives: the identity of the occurrence within its series (I11). */
  @Day() nominal: string;
  @OneOf(dateOutcomes) outcome: DateOutcome;
  /** Of the series' zone, on which it is held; null when skipped or waiting. */
  @Day({ nullable: true }) day: string | null;
  @Instant({ nullable: true }) startsAt: string | null;
  @Instant({ nullable: true }) endsAt: string | null;
  /** Null when held as planned. */
  @Part(() => DateReason, { nullable: true }) reason: DateReason | null;
}

/** RFC 5545, 3.3.10: a date that does not exist is left out. */
export const gapKinds = ['noSuchDay', 'noSuchTime'] as const;
export type GapKind = (typeof gapKinds)[number];

/** A month in which the rule's day does not exist (30 February), or a day on which clocks skip the hour. */
export class Gap {
  @OneOf(gapKinds) kind: GapKind;
  @Int({ min: 1900, max: 2999 }) year: number;
  @Int({ min: 1, max: 12 }) month: number;
  /** Day of the month that the rule asks for, −31…31; negative ones count from the end. */
  @Int({ min: -31, max: 31 }) monthDay: number;
}

/** `room`, `site`: held by another meeting at that time. */
export const conflictKinds = ['room', 'site'] as const;
export type ConflictKind = (typeof conflictKinds)[number];

/** Who else has the room or the site at that time. */
export class DateConflict {
  @OneOf(conflictKinds) kind: ConflictKind;
  /** Of the room or site. */
  @Id() id: string;
  @Text({ max: 200 }) name: string;
  /** The meeting that has it; null where the caller may not see it. */
  @Id({ nullable: true }) occurrenceId: string | null;
  @Text({ max: 300, nullable: true }) title: string | null;
  @Instant() startsAt: string;
  @Instant() endsAt: string;
  /** The other meeting is not made yet: a series will make it. */
  @Flag() planned: boolean;
  /** The other one is another date of the same series. */
  @Flag() own: boolean;
}

export class PreviewDate extends PlannedDate {
  /** What a conflict is, is known before anything is saved. */
  @ListOf(() => DateConflict, { max: 50 }) conflicts: DateConflict[];
}

export class SeriesPreview {
  /** At most 24, by nominal date. */
  @ListOf(() => PreviewDate, { max: 24 }) dates: PreviewDate[];
  /** Between the first and the last of the dates. */
  @ListOf(() => Gap, { max: 200 }) gaps: Gap[];
  /** The rule gives further dates after these. */
  @Flag() more: boolean;
}

export const recurrenceErrors = failures('recurrence', {
  unreadable: {
    status: 400,
    vi: 'Không đọc được quy tắc lặp; xin kiểm tra theo RFC 5545',
    en: 'The recurrence rule cannot be read; please check it against RFC 5545',
  },
  startInRule: {
    status: 400,
    vi: 'Ngày bắt đầu được nhập riêng; quy tắc lặp không được chứa DTSTART, RDATE, EXDATE',
    en: 'The first day is given apart; the rule must not contain DTSTART, RDATE or EXDATE',
  },
  timeInRule: {
    status: 400,
    vi: 'Giờ họp được nhập riêng; quy tắc lặp không được chứa BYHOUR, BYMINUTE, BYSECOND',
    en: 'The time is given apart; the rule must not contain BYHOUR, BYMINUTE or BYSECOND',
  },
  tooOften: {
    status: 400,
    vi: 'Lặp quá dày: một chuỗi họp có nhiều nhất một phiên mỗi ngày',
    en: 'Too often: a series has at most one meeting a day',
  },
  neverOccurs: {
    status: 400,
    vi: 'Theo quy tắc này không có phiên họp nào (trong 30 năm kể từ ngày bắt đầu)',
    en: 'By this rule no meeting ever takes place (within 30 years of the first day)',
  },
  noSuchDay: {
    status: 400,
    vi: 'Quy tắc lặp có ngày không tồn tại',
    en: 'The rule speaks of a day that does not exist',
  },
  noSuchZone: { status: 400, vi: 'Không có múi giờ này', en: 'There is no such time zone' },
});

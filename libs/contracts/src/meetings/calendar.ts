import { ClientOf, contract, takes } from '../core/contract.js';
import { failures } from '../core/failure.js';
import { Day, Flag, Id, Int, ListOf, OneOf, Text } from '../core/fields.js';

/** `off`: nobody works, whatever the weekday. `working`: people work although it is a weekend or would be a holiday. */
export const calendarDayKinds = ['off', 'working'] as const;
export type CalendarDayKind = (typeof calendarDayKinds)[number];

/** `law`: computed from the Labour Code 2019, article 112. `decision`: entered by somebody, citing what it rests on. */
export const calendarSources = ['law', 'decision'] as const;
export type CalendarSource = (typeof calendarSources)[number];

/** A day that is not as its weekday says. Saturdays and Sundays are off without being listed. */
export class CalendarDay {
  /** Null while the year is only proposed: nobody has taken it over yet. */
  @Id({ nullable: true }) id: string | null;
  @Day() day: string;
  @OneOf(calendarDayKinds) kind: CalendarDayKind;
  /** «ngày cận Tết Nguyên đán»: how a preview gives the reason. */
  @Text({ max: 120 }) nameVi: string;
  @Text({ max: 120 }) nameEn: string;
  @OneOf(calendarSources) source: CalendarSource;
  /** Number of the decision or notice; null for what the law itself says. */
  @Text({ max: 60, nullable: true }) decisionNumber: string | null;
  @Day({ nullable: true }) decisionDate: string | null;
  /** 0 while only proposed. */
  @Int({ min: 0, max: 2_000_000_000 }) version: number;
}

/** What a province works in a year. Until it is taken over, the holidays of the law hold as they are computed. */
export class CalendarYear {
  @Id() provinceId: string;
  @Int({ min: 2000, max: 2199 }) year: number;
  /** Somebody of the province has taken the year over; what is listed is what the province decided. */
  @Flag() taken: boolean;
  /** The caller may change it. */
  @Flag() changeable: boolean;
  /** By day. */
  @ListOf(() => CalendarDay, { max: 366 }) days: CalendarDay[];
}

export class CalendarYearQuery {
  @Int({ min: 2000, max: 2199 }) year: number;
  /** The caller's own unless given. */
  @Id({ optional: true }) provinceId?: string;
}

export class TakeCalendarYear extends CalendarYearQuery {}

export class AddCalendarDay {
  /** The caller's own unless given. */
  @Id({ optional: true }) provinceId?: string;
  @Day({ example: '2028-02-05' }) day: string;
  @OneOf(calendarDayKinds, { example: 'working' }) kind: CalendarDayKind;
  @Text({ max: 120, example: 'ngày làm bù' }) nameVi: string;
  @Text({ max: 120, example: 'a day worked in exchange' }) nameEn: string;
  @Text({ max: 60, example: '123/TB-SNV' }) decisionNumber: string;
  @Day({ example: '2027-11-15' }) decisionDate: string;
}

export class CalendarDayRef {
  @Id() dayId: string;
}

export class ChangeCalendarDay extends CalendarDayRef {
  /** The version that was read; another one in the meantime fails with 412. */
  @Int({ min: 1, max: 2_000_000_000 }) version: number;
  @OneOf(calendarDayKinds, { optional: true }) kind?: CalendarDayKind;
  @Text({ max: 120, optional: true }) nameVi?: string;
  @Text({ max: 120, optional: true }) nameEn?: string;
  @Text({ max: 60, optional: true }) decisionNumber?: string;
  @Day({ optional: true }) decisionDate?: string;
}

/** The working calendar of a province (HB-7.1): read with `meetings.read`, changed with `meetings.configure` at the province. */
export const Calendar = contract('meetings.calendar', {
  year: takes(CalendarYearQuery).gives(CalendarYear),
  /** Writes down the holidays of the law as days of the province's own, once; a second time changes nothing. */
  take: takes(TakeCalendarYear).gives(CalendarYear),
  /** Takes the year over too, when nobody has. */
  add: takes(AddCalendarDay).gives(CalendarDay),
  change: takes(ChangeCalendarDay).gives(CalendarDay),
  remove: takes(CalendarDayRef),
});
export class CalendarClient extends ClientOf(Calendar) {}

export const calendarErrors = failures('calendar', {
  noProvince: {
    status: 400,
    vi: 'Xin cho biết tỉnh (provinceId): bạn không thuộc đúng một tỉnh',
    en: 'Please say which province (provinceId): you do not belong to exactly one',
  },
  notFound: {
    status: 404,
    vi: 'Không tìm thấy ngày này trong lịch',
    en: 'There is no such day in the calendar',
  },
  dayTaken: {
    status: 409,
    vi: 'Ngày này đã có trong lịch làm việc; xin sửa ngày đó',
    en: 'This day is in the working calendar already; please change it instead',
  },
  changedMeanwhile: {
    status: 412,
    vi: 'Ngày này vừa được người khác sửa; xin tải lại',
    en: 'Somebody has just changed this day; please load it again',
  },
});

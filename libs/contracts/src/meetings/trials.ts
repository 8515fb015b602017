import { ClientOf, contract, takes } from '../core/contract.js';
import { failures } from '../core/failure.js';
import { Flag, Id, Ids, Instant, Int, ListOf, OneOf, Part, Text, TextsOf } from '../core/fields.js';
import { cursorChars, PageQuery } from '../core/page.js';
import { MirrorTicket } from './checks-own.js';
import { DeviceFindings, DeviceTest, ExpectedItem } from './checks-test.js';

export const trialStates = ['planned', 'open', 'closed'] as const;
export type TrialState = (typeof trialStates)[number];
/** `failed`: tried, not passed yet; may try again while the window is open. */
export const trialUnitStates = ['waiting', 'failed', 'passed'] as const;
export type TrialUnitState = (typeof trialUnitStates)[number];

export class TrialRef {
  @Id() trialId: string;
}
export class TrialUnitRef extends TrialRef {
  @Id() unitId: string;
}

/** Units of one window: of a big province every school and centre. */
export const mostTrialUnits = 5000;

/** The active units below one, without that one, as the tree is when this is asked. */
export class UnitsBelow {
  @Id() unitId: string;
  /** Keys of types, `school`; none: of whatever type. */
  @TextsOf({ max: 50, each: 60 }) types: string[];
}

export class PlanTrial {
  /** Who runs it. */
  @Id() unitId: string;
  @Text({ max: 200, example: 'Chạy thử toàn tỉnh' }) title: string;
  /** The room against which everybody tests. */
  @Id() roomId: string;
  @Instant({ example: '2026-11-20T08:00:00+07:00' }) startsAt: string;
  /** At most 14 days after the start. */
  @Instant({ example: '2026-11-20T16:00:00+07:00' }) endsAt: string;
  /** What a unit's line must reach both ways, Mbit/s; TM-1b says 10. */
  @Int({ min: 1, max: 1000, example: 10 }) requiredMbps: number;
  /** With {@link below} at most 5,000 in all. */
  @Ids({ max: 1000 }) invitedUnitIds: string[];
  /** These besides. */
  @Part(() => UnitsBelow, { optional: true }) below?: UnitsBelow;
}
/** What is left out stays. A closed window is no longer changed. */
export class ChangeTrial extends TrialRef {
  @Int({ min: 1, max: 2_000_000_000 }) version: number;
  @Text({ max: 200, optional: true }) title?: string;
  @Instant({ optional: true }) startsAt?: string;
  @Instant({ optional: true }) endsAt?: string;
  /** These alone from now on; results of units that stay are kept. */
  @Ids({ max: 1000, optional: true }) invitedUnitIds?: string[];
  /** Units that were forgotten, besides those invited. */
  @Ids({ max: 1000, optional: true }) addedUnitIds?: string[];
  /** These besides, too. */
  @Part(() => UnitsBelow, { optional: true }) below?: UnitsBelow;
}

export class Trial {
  @Id() id: string;
  @Id() unitId: string;
  @Text({ max: 200 }) unitName: string;
  @Text({ max: 200 }) title: string;
  @Id() roomId: string;
  @Text({ max: 60 }) roomSlug: string;
  @Text({ max: 200 }) roomName: string;
  @Instant() startsAt: string;
  @Instant() endsAt: string;
  @Int({ min: 1, max: 1000 }) requiredMbps: number;
  @OneOf(trialStates) state: TrialState;
  @Int({ min: 0, max: 10_000 }) invited: number;
  @Int({ min: 0, max: 10_000 }) passed: number;
  @Int({ min: 0, max: 10_000 }) failed: number;
  @Instant({ nullable: true }) remindedAt: string | null;
  @Flag() manageable: boolean;
  @Int({ min: 1, max: 2_000_000_000 }) version: number;
}
export class TrialQuery extends PageQuery {
  @OneOf(trialStates, { optional: true }) state?: TrialState;
}
export class TrialPage {
  /** The latest first. */
  @ListOf(() => Trial, { max: 200 }) items: Trial[];
  @Text({ max: cursorChars, nullable: true }) nextCursor: string | null;
}

export class TrialUnit extends TrialUnitRef {
  @Text({ max: 200 }) unitName: string;
  @OneOf(trialUnitStates) state: TrialUnitState;
  @Int({ min: 0, max: 1_000_000 }) tries: number;
  /** The best result, or the latest while none was passed. */
  @Part(() => DeviceTest, { nullable: true }) test: DeviceTest | null;
}
export class TrialBoardQuery extends PageQuery {
  @Id() trialId: string;
  @OneOf(trialUnitStates, { optional: true }) state?: TrialUnitState;
}
export class TrialBoard extends Trial {
  /** Who has not passed first, then by name. What the caller may see of them: all for who runs the window, else one's own. */
  @ListOf(() => TrialUnit, { max: 200 }) units: TrialUnit[];
  @Text({ max: cursorChars, nullable: true }) nextCursor: string | null;
}

/** A unit's own view. */
export class OwnTrial extends TrialUnit {
  @Text({ max: 200 }) title: string;
  @Text({ max: 60 }) roomSlug: string;
  @Instant() startsAt: string;
  @Instant() endsAt: string;
  @Int({ min: 1, max: 1000 }) requiredMbps: number;
  @OneOf(trialStates) window: TrialState;
  @ListOf(() => ExpectedItem, { max: 100 }) expected: ExpectedItem[];
}
export class SubmitTrial extends DeviceFindings {
  @Id() trialId: string;
  @Id() unitId: string;
}
export class Reminded {
  @Int({ min: 0, max: 10_000 }) units: number;
  /** Mails to the people on the roster of these units. */
  @Int({ min: 0, max: 100_000 }) mails: number;
}

/**
 * TM-3: a room open for a period in which every invited unit must pass the device and line test. Run with `checks.manage` on
 * the unit; an invited unit sees its own line with `meetings.read`, and answers with `meetings.answer`.
 */
export const Trials = contract('meetings.trials', {
  list: takes(TrialQuery).gives(TrialPage),
  plan: takes(PlanTrial).gives(Trial),
  change: takes(ChangeTrial).gives(Trial),
  /** Its figures, and a page of its units. */
  board: takes(TrialBoardQuery).gives(TrialBoard),
  /** By hand, before its time. */
  open: takes(TrialRef).gives(Trial),
  close: takes(TrialRef).gives(Trial),
  /** Everybody who has not passed; at most once in 30 minutes. */
  remind: takes(TrialRef).gives(Reminded),
  look: takes(TrialUnitRef).gives(OwnTrial),
  /** To measure sound and picture while the window is open; each opens one mirror. */
  mirror: takes(TrialUnitRef).gives(MirrorTicket),
  submit: takes(SubmitTrial).gives(OwnTrial),
});
export class TrialsClient extends ClientOf(Trials) {}

export const trialErrors = failures('trials', {
  notFound: { status: 404, vi: 'Không tìm thấy đợt chạy thử', en: 'There is no such trial window' },
  dates: {
    status: 422,
    vi: 'Giờ kết thúc phải sau giờ bắt đầu, cách nhau không quá 14 ngày',
    en: 'The end must be after the start, at most 14 days later',
  },
  roomUnknown: { status: 422, vi: 'Không có phòng này', en: 'There is no such room' },
  unitUnknown: {
    status: 422,
    vi: 'Có đơn vị không tồn tại, đã giải thể hoặc ở tỉnh khác',
    en: 'One of the units does not exist, is closed or belongs to another province',
  },
  tooManyUnits: {
    status: 422,
    vi: 'Một đợt chạy thử có nhiều nhất 5.000 đơn vị',
    en: 'A trial window takes 5,000 units at most',
  },
  noneBelow: {
    status: 422,
    vi: 'Không có đơn vị nào thuộc các loại này bên dưới đơn vị đã chọn',
    en: 'There is no unit of these types below the one chosen',
  },
  notOpen: { status: 409, vi: 'Đợt chạy thử chưa mở hoặc đã đóng', en: 'The trial window is not open' },
  closed: { status: 409, vi: 'Đợt chạy thử đã đóng', en: 'The trial window is closed' },
  remindedLately: {
    status: 409,
    vi: 'Vừa nhắc trong vòng 30 phút; xin đợi thêm',
    en: 'They were reminded within the last 30 minutes; please wait',
  },
  changedMeanwhile: {
    status: 412,
    vi: 'Có người vừa sửa trước; xin tải lại rồi sửa tiếp',
    en: 'Somebody else was quicker; please reload and change again',
  },
});

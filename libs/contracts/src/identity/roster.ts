import { ClientOf, contract, takes } from '../core/contract.js';
import { failures } from '../core/failure.js';
import { Day, Email, Flag, Id, Int, ListOf, Phone, Text } from '../core/fields.js';
import { cursorChars, PageQuery } from '../core/page.js';

export class DescribeTraining {
  /** «Vận hành thiết bị hội nghị truyền hình» */
  @Text({ max: 200 }) course: string;
  @Day() date: string;
  @Text({ max: 200, nullable: true }) issuer: string | null;
  @Text({ max: 60, nullable: true }) certificateNo: string | null;
}
export class TrainingRecord extends DescribeTraining {
  @Id() id: string;
}

/** Somebody who runs the site of a unit (HB-10.3). */
export class RosterEntry {
  @Id() id: string;
  @Id() unitId: string;
  @Text({ max: 200 }) unitName: string;
  /** Null for somebody without an account. */
  @Id({ nullable: true }) userId: string | null;
  @Text({ max: 120 }) name: string;
  /** Shown to everybody who may see the roster: that is what it is for. */
  @Text({ max: 25, nullable: true }) phone: string | null;
  @Text({ max: 254, nullable: true }) email: string | null;
  /** «Phụ trách chính», «Trực kỹ thuật» */
  @Text({ max: 300 }) duties: string;
  @Day() since: string;
  /** The last day; null while it goes on. */
  @Day({ nullable: true }) until: string | null;
  /** The latest first (HB-11.2). */
  @ListOf(() => TrainingRecord, { max: 100 }) training: TrainingRecord[];
  @Int({ min: 1, max: 2_000_000_000 }) version: number;
}

export class RosterQuery extends PageQuery {
  /** This unit and everything below it. */
  @Id({ optional: true }) unitId?: string;
  /** Who runs sites on this day; today unless told. */
  @Day({ optional: true }) on?: string;
  /** Also who did before and who will. */
  @Flag({ optional: true }) history?: boolean;
}
export class RosterPage {
  /** By unit, then by name. */
  @ListOf(() => RosterEntry, { max: 200 }) items: RosterEntry[];
  @Text({ max: cursorChars, nullable: true }) nextCursor: string | null;
  @Int({ min: 0, max: 1_000_000 }) total: number;
}

export class MissingOperatorsQuery extends PageQuery {
  @Id({ optional: true }) unitId?: string;
  /** Today unless told. */
  @Day({ optional: true }) on?: string;
}
export class UnitWithoutOperator {
  @Id() id: string;
  @Text({ max: 200 }) name: string;
  @Text({ max: 60 }) code: string;
}
export class MissingOperators {
  @ListOf(() => UnitWithoutOperator, { max: 200 }) items: UnitWithoutOperator[];
  @Text({ max: cursorChars, nullable: true }) nextCursor: string | null;
  @Int({ min: 0, max: 1_000_000 }) total: number;
}

export class RosterEntryRef {
  @Id() entryId: string;
}

export class AddToRoster {
  @Id() unitId: string;
  /** Somebody with an account in the same province; name, and phone and e-mail unless given, are theirs. */
  @Id({ optional: true, nullable: true }) userId?: string | null;
  /** Needed for somebody without an account. */
  @Text({ max: 120, optional: true, example: 'Lê Văn Mẫu' }) name?: string;
  @Phone({ optional: true, nullable: true, example: '0912 345 678' }) phone?: string | null;
  @Email({ optional: true, nullable: true }) email?: string | null;
  @Text({ max: 300, example: 'Phụ trách chính' }) duties: string;
  @Day({ example: '2026-09-01' }) since: string;
  @Day({ optional: true, nullable: true }) until?: string | null;
}

/** What is left out stays. */
export class ChangeRosterEntry extends RosterEntryRef {
  /** As it was read; 412 when somebody else was quicker. */
  @Int({ min: 1, max: 2_000_000_000 }) version: number;
  /** Of somebody without an account. */
  @Text({ max: 120, optional: true }) name?: string;
  @Phone({ optional: true, nullable: true }) phone?: string | null;
  @Email({ optional: true, nullable: true }) email?: string | null;
  @Text({ max: 300, optional: true }) duties?: string;
  @Day({ optional: true }) since?: string;
  /** The last day: how somebody leaves the roster and stays in its history. */
  @Day({ optional: true, nullable: true }) until?: string | null;
}

export class AddTraining extends DescribeTraining {
  @Id() entryId: string;
}
export class TrainingRef extends RosterEntryRef {
  @Id() trainingId: string;
}

/**
 * Who runs the sites (HB-10.3, HB-11.2). Read by everybody with `roster.read`, whole provinces at a time; kept with
 * `roster.write` over the unit.
 */
export const Roster = contract('identity.roster', {
  list: takes(RosterQuery).gives(RosterPage),
  /** Active units that ought to have an operator and have none. */
  missing: takes(MissingOperatorsQuery).gives(MissingOperators),
  find: takes(RosterEntryRef).gives(RosterEntry),
  add: takes(AddToRoster).gives(RosterEntry),
  change: takes(ChangeRosterEntry).gives(RosterEntry),
  /** For an entry made by mistake; who leaves gets a last day instead. */
  remove: takes(RosterEntryRef),
  addTraining: takes(AddTraining).gives(RosterEntry),
  removeTraining: takes(TrainingRef).gives(RosterEntry),
});
export class RosterClient extends ClientOf(Roster) {}

export const rosterErrors = failures('roster', {
  notFound: { status: 404, vi: 'Không tìm thấy trong danh bạ', en: 'There is no such entry in the roster' },
  nameNeeded: {
    status: 400,
    vi: 'Cần họ tên của người không có tài khoản; người có tài khoản lấy tên từ tài khoản',
    en: 'Somebody without an account needs a name; with an account the name comes from it',
  },
  dates: {
    status: 400,
    vi: 'Ngày kết thúc phải từ ngày bắt đầu trở đi',
    en: 'The last day must not be before the first',
  },
  overlap: {
    status: 409,
    vi: 'Người này đã có trong danh bạ của đơn vị trong thời gian đó',
    en: 'This person is in the unit’s roster at that time already',
  },
  changedMeanwhile: {
    status: 412,
    vi: 'Có người vừa sửa trước; xin tải lại rồi sửa tiếp',
    en: 'Somebody else was quicker; please reload and change again',
  },
});

import { ClientOf, contract, takes } from '../core/contract.js';
import { failures } from '../core/failure.js';
import { Day, Flag, Id, Ids, Int, ListOf, OneOf, Text } from '../core/fields.js';
import { facts } from '../core/messages.js';
import { cursorChars, PageQuery } from '../core/page.js';

/** Key of a type of units: a built-in one's name, or the id of one that a province defined. */
export type UnitType = string;

/** `planned` before the first day; a closed unit takes no new users and meetings (I3), and keeps its records. */
export const unitStates = ['planned', 'active', 'closed'] as const;
export type UnitState = (typeof unitStates)[number];

/** A node of the typed tree (SYS-5), at present or as it was on a date. */
export class Unit {
  @Id() id: string;
  /** A closed unit keeps the parent it had last; one of a province that was merged lies below the successor. */
  @Id({ nullable: true }) parentId: string | null;
  /** Key of a type: `school`. */
  @Text({ max: 60 }) type: UnitType;
  @Text({ max: 200 }) name: string;
  /** Short code within the province, `gdtx-nhu-xuan`. */
  @Text({ max: 60 }) code: string;
  @OneOf(unitStates) state: UnitState;
  /** From the root down to this unit. */
  @Ids({ max: 20 }) path: string[];
  /** The unit's first day. */
  @Day() validFrom: string;
  /** The first day on which it is closed; null while nothing of the kind is known. */
  @Day({ nullable: true }) validTo: string | null;
  /** Rises with every event of the unit, planned ones too; events are recorded upon it. */
  @Int({ min: 1, max: 2_000_000_000 }) version: number;
}

export class UnitQuery extends PageQuery {
  @Id({ optional: true }) parentId?: string;
  /** Key of a type. */
  @Text({ max: 60, optional: true }) type?: UnitType;
  @OneOf(unitStates, { optional: true }) state?: UnitState;
  /** The tree as it was, or will be, on this date; today's unless given. What is not founded by then is left out. */
  @Day({ optional: true }) on?: string;
  /** Also closed ones; they are left out unless this or `state` asks for them. */
  @Flag({ optional: true }) includeClosed?: boolean;
}
export class UnitChildrenQuery extends PageQuery {
  @Id() unitId: string;
  @Day({ optional: true }) on?: string;
  @Flag({ optional: true }) includeClosed?: boolean;
}

export class UnitPage {
  @ListOf(() => Unit, { max: 200 }) items: Unit[];
  @Text({ max: cursorChars, nullable: true }) nextCursor: string | null;
  @Int({ min: 0, max: 1_000_000 }) total: number;
}

export class UnitRef {
  @Id() unitId: string;
}
export class UnitRefs {
  @Ids({ max: 1000 }) unitIds: string[];
}
export class UnitList {
  @ListOf(() => Unit, { max: 1000 }) items: Unit[];
}

/** Units within the caller's province; a user never sees another province's. */
export const Units = contract('identity.units', {
  list: takes(UnitQuery).gives(UnitPage),
  find: takes(UnitRef).gives(Unit),
  children: takes(UnitChildrenQuery).gives(UnitPage),
  /** For services: many at once, closed ones too, unknown ids left out. */
  named: takes(UnitRefs).gives(UnitList),
});
export class UnitsClient extends ClientOf(Units) {}

/** Name, code, type, place or state of these units is another than before; ask anew. */
export class UnitsChanged {
  @Ids({ max: 1000 }) unitIds: string[];
}
export const UnitFacts = facts('identity.units', { changed: UnitsChanged });

export const unitErrors = failures('units', {
  notFound: { status: 404, vi: 'Không tìm thấy đơn vị', en: 'There is no such unit' },
  closed: {
    status: 409,
    vi: 'Đơn vị đã giải thể hoặc sáp nhập, không nhận thêm người và cuộc họp',
    en: 'The unit is closed and takes no new people and meetings',
  },
  changed: {
    status: 412,
    vi: 'Đơn vị vừa được người khác sửa; xin tải lại rồi sửa tiếp',
    en: 'Somebody else has just changed the unit; please reload and change again',
  },
});

import { ClientOf, contract, takes } from '../core/contract.js';
import { failures } from '../core/failure.js';
import { Id, Ids, Int, ListOf, OneOf, Text } from '../core/fields.js';
import { PageQuery } from '../core/page.js';

export const unitTypes = [
  'department',
  'division',
  'districtOffice',
  'commune',
  'continuingEducationCentre',
  'communityLearningCentre',
  'school',
  'partner',
] as const;
export type UnitType = (typeof unitTypes)[number];

export const unitStates = ['planned', 'active', 'closed'] as const;
export type UnitState = (typeof unitStates)[number];

/** A node of the typed tree (SYS-5). */
export class Unit {
  @Id() id: string;
  @Id({ nullable: true }) parentId: string | null;
  @OneOf(unitTypes) type: UnitType;
  @Text({ max: 200 }) name: string;
  /** Short code within the province, `gdtx-nhu-xuan`. */
  @Text({ max: 60 }) code: string;
  @OneOf(unitStates) state: UnitState;
  /** From the root down to this unit. */
  @Ids({ max: 20 }) path: string[];
}

export class UnitQuery extends PageQuery {
  @Id({ optional: true }) parentId?: string;
  @OneOf(unitTypes, { optional: true }) type?: UnitType;
}

export class UnitPage {
  @ListOf(() => Unit, { max: 200 }) items: Unit[];
  @Text({ max: 300, nullable: true }) nextCursor: string | null;
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

export class UserRef {
  @Id() userId: string;
}
export class Person {
  @Id() id: string;
  @Text({ max: 120 }) displayName: string;
  /** The unit the person belongs to. */
  @Id() unitId: string;
  @Text({ max: 200 }) unitName: string;
}

/** Units within the caller's province; a user never sees another province's. */
export const Units = contract('identity.units', {
  list: takes(UnitQuery).gives(UnitPage),
  find: takes(UnitRef).gives(Unit),
  /** For services: many at once, unknown ids left out. */
  named: takes(UnitRefs).gives(UnitList),
});
export class UnitsClient extends ClientOf(Units) {}

export const Users = contract('identity.users', {
  /** For services and for `users.read` within scope. */
  find: takes(UserRef).gives(Person),
});
export class UsersClient extends ClientOf(Users) {}

export const unitErrors = failures('units', {
  notFound: { status: 404, vi: 'Không tìm thấy đơn vị', en: 'There is no such unit' },
});
export const userErrors = failures('users', {
  notFound: { status: 404, vi: 'Không tìm thấy người dùng', en: 'There is no such user' },
});

import { ClientOf, contract, takes } from '../core/contract.js';
import { Day, Id, Int, ListOf, Part, Text } from '../core/fields.js';
import { Unit, type UnitType, UnitRefs } from './units.js';

/** Where a unit's work is done now. */
export class UnitNow {
  @Id() unitId: string;
  /** The unit itself while it is open, else its successors and theirs; empty when there are none. */
  @ListOf(() => Unit, { max: 100 }) now: Unit[];
}
export class UnitNowList {
  @ListOf(() => UnitNow, { max: 1000 }) items: UnitNow[];
}

export class UnitReportQuery {
  @Id() unitId: string;
  @Day() on: string;
}
export class UnitTypeCount {
  @Text({ max: 60 }) type: UnitType;
  @Int({ min: 0, max: 1_000_000 }) units: number;
  /** Accounts that are not disabled, by the unit they belong to. */
  @Int({ min: 0, max: 100_000_000 }) people: number;
}
export class UnitCounts {
  @Day() on: string;
  @Int({ min: 0, max: 1_000_000 }) units: number;
  @Int({ min: 0, max: 100_000_000 }) people: number;
  @ListOf(() => UnitTypeCount, { max: 1000 }) types: UnitTypeCount[];
}
/** Open units below a unit, itself included, and the people in them. */
export class UnitReport {
  @Id() unitId: string;
  @Part(() => UnitCounts) asItWas: UnitCounts;
  /** Today, under the unit itself or, where it was closed, under what carries on its work. */
  @Part(() => UnitCounts) asItIsNow: UnitCounts;
}

/** Figures that hold whatever became of the units (I2). */
export const UnitReports = contract('identity.unitReports', {
  /** For records that name a unit that is no more; unknown ids and those of other provinces are left out. */
  now: takes(UnitRefs).gives(UnitNowList),
  /** Needs `users.read` over the unit. */
  count: takes(UnitReportQuery).gives(UnitReport),
});
export class UnitReportsClient extends ClientOf(UnitReports) {}

import { ClientOf, contract, takes } from '../core/contract.js';
import { Day, Flag, Id, Ids, Instant, Int, ListOf, OneOf, Part, Text } from '../core/fields.js';
import { cursorChars, PageQuery } from '../core/page.js';
import { Unit, UnitRef, type UnitState, unitStates, type UnitType } from './units.js';

/**
 * What happens to units (SYS-5). `correct` puts right what was written wrongly and makes no new period; all others hold
 * from their effective date on.
 */
export const unitEventKinds = ['found', 'rename', 'merge', 'split', 'move', 'close', 'correct'] as const;
export type UnitEventKind = (typeof unitEventKinds)[number];

/** `planned` until its date; then it takes effect by itself. */
export const unitEventStates = ['planned', 'applied', 'cancelled'] as const;
export type UnitEventState = (typeof unitEventStates)[number];

/** Where a unit that lies below goes. */
export class UnitMove {
  @Id() unitId: string;
  @Id() parentId: string;
}

/** A unit that comes out of a split. */
export class UnitPart {
  @Text({ max: 200 }) name: string;
  @Text({ max: 60 }) code: string;
  /** That of the split unit unless given. */
  @Text({ max: 60, optional: true }) type?: UnitType;
  /** That of the split unit unless given. */
  @Id({ optional: true }) parentId?: string;
  /** Units below the split one that go under this part. */
  @Ids({ max: 500, optional: true }) childIds?: string[];
}

/** One event. Which fields it takes, `kind` says; another's are refused. */
export class RecordUnitEvent {
  @OneOf(unitEventKinds) kind: UnitEventKind;
  /** From this day on; a later one is planned, an earlier one is recorded afterwards. */
  @Day({ example: '2025-07-01' }) effectiveOn: string;
  /** Number of the decision: `1685/QĐ-UBND`. */
  @Text({ max: 100, nullable: true, example: '1685/QĐ-UBND' }) decisionNumber: string | null;
  @Day({ nullable: true }) decisionDate: string | null;
  @Text({ max: 1000, multiline: true, optional: true }) note?: string;

  /** The unit it happens to; not for `found`. */
  @Id({ optional: true }) unitId?: string;
  /** The version of that unit the event was written upon; another in between gives 412. Not for `found`. */
  @Int({ min: 1, max: 2_000_000_000, optional: true }) version?: number;

  /** `found`, `rename`, `correct`; for `merge` a new name of the successor. */
  @Text({ max: 200, optional: true }) name?: string;
  /** `found`, `rename`, `correct`; for `merge` a new code of the successor. */
  @Text({ max: 60, optional: true }) code?: string;
  /** `found`, `correct`. */
  @Text({ max: 60, optional: true }) type?: UnitType;
  /** `found`, `move`: under which unit. */
  @Id({ optional: true }) parentId?: string;
  /** `merge`: the unit that goes on; the merged one's people, classes and, unless said otherwise, units go there. */
  @Id({ optional: true }) intoId?: string;
  /**
   * `merge`, `move` into another province: what is put behind codes that exist there already, `thpt-1` becoming
   * `thpt-1-hb`. The code of the former province unless given.
   */
  @Text({ max: 20, optional: true }) codeSuffix?: string;
  /** `split`: what comes out of it. */
  @ListOf(() => UnitPart, { max: 20, optional: true }) parts?: UnitPart[];
  /** `split`: the unit itself goes on beside its parts; otherwise it closes. */
  @Flag({ optional: true }) goesOn?: boolean;
  /** `split`: to which part, from 0, people and classes of a unit that closes go. */
  @Int({ min: 0, max: 19, optional: true }) peopleToPart?: number;
  /** `close`: where people and classes go; a unit with people is not closed without. */
  @Id({ optional: true }) peopleTo?: string;
  /** `merge`, `split`, `close`: under which unit those below go that `moves` and `alsoClose` do not name. */
  @Id({ optional: true }) childrenTo?: string;
  /** `merge`, `split`, `close`: where single units below go. */
  @ListOf(() => UnitMove, { max: 500, optional: true }) moves?: UnitMove[];
  /** `close`: units that close with it. */
  @Ids({ max: 100, optional: true }) alsoClose?: string[];
}

/** Shorter for the commonest event. */
export class FoundUnit {
  @Id() parentId: string;
  @Text({ max: 60 }) type: UnitType;
  @Text({ max: 200 }) name: string;
  @Text({ max: 60 }) code: string;
  @Day() effectiveOn: string;
  @Text({ max: 100, optional: true }) decisionNumber?: string;
  @Day({ optional: true }) decisionDate?: string;
}

export class UnitEvent {
  @Id() id: string;
  @OneOf(unitEventKinds) kind: UnitEventKind;
  @OneOf(unitEventStates) state: UnitEventState;
  @Day() effectiveOn: string;
  @Text({ max: 100, nullable: true }) decisionNumber: string | null;
  @Day({ nullable: true }) decisionDate: string | null;
  @Text({ max: 1000, multiline: true, nullable: true }) note: string | null;
  /** The unit it happened to; the new one of `found`. */
  @Id() unitId: string;
  /** As the unit is called now. */
  @Text({ max: 200 }) unitName: string;
  /** Every unit that got a new period or a new place by it, without those that only went along below. */
  @Ids({ max: 10_000 }) unitIds: string[];
  @Instant() recordedAt: string;
  /** User or key; null when a service recorded it. */
  @Text({ max: 60, nullable: true }) recordedBy: string | null;
  @Instant({ nullable: true }) appliedAt: string | null;
}

export class UnitEventQuery extends PageQuery {
  /** Only those that touched this unit. */
  @Id({ optional: true }) unitId?: string;
  @OneOf(unitEventStates, { optional: true }) state?: UnitEventState;
  @OneOf(unitEventKinds, { optional: true }) kind?: UnitEventKind;
  /** Effective on this day or later. */
  @Day({ optional: true }) from?: string;
  /** Effective on this day or earlier. */
  @Day({ optional: true }) to?: string;
}
export class UnitEventPage {
  @ListOf(() => UnitEvent, { max: 200 }) items: UnitEvent[];
  @Text({ max: cursorChars, nullable: true }) nextCursor: string | null;
}
export class UnitEventRef {
  @Id() eventId: string;
}

/** What a unit is in one period. */
export class UnitLooks {
  @Text({ max: 200 }) name: string;
  @Text({ max: 60 }) code: string;
  @Text({ max: 60 }) type: UnitType;
  @Id({ nullable: true }) parentId: string | null;
  @OneOf(unitStates) state: UnitState;
}
export class UnitChange {
  @Id() unitId: string;
  /** Null for a unit that does not exist yet. */
  @Part(() => UnitLooks, { nullable: true }) before: UnitLooks | null;
  @Part(() => UnitLooks) after: UnitLooks;
}
/** What an event would do, before it does. Rooms keep their addresses whatever happens to their owners. */
export class UnitEventPreview {
  /** Units that get a new period; at most the first 1000. */
  @ListOf(() => UnitChange, { max: 1000 }) units: UnitChange[];
  /** Units whose place in the tree changes, with everything that goes along below. */
  @Int({ min: 0, max: 1_000_000 }) moved: number;
  /** Units that close. */
  @Int({ min: 0, max: 1_000_000 }) closed: number;
  /** People whose unit would be another. */
  @Int({ min: 0, max: 10_000_000 }) people: number;
  /** Roles held on units that close: they stay there and give nothing on the successor. */
  @Int({ min: 0, max: 10_000_000 }) grants: number;
  /** Codes of units and people that get a suffix because the other province has them already. */
  @Int({ min: 0, max: 10_000_000 }) recoded: number;
}

export class UnitPeriod extends UnitLooks {
  @Day() from: string;
  /** The first day on which it was no longer so; null for the last one known. */
  @Day({ nullable: true }) to: string | null;
  /** The event that began it; null for one that no event tells of. */
  @Id({ nullable: true }) eventId: string | null;
}
/** From one unit to another that carries on what it did. */
export class UnitSuccession {
  @Id() unitId: string;
  @Id() successorId: string;
  /** Name of the other one. */
  @Text({ max: 200 }) name: string;
  @Day() since: string;
  @Id() eventId: string;
}
export class UnitHistory {
  @Part(() => Unit) unit: Unit;
  /** The latest first, planned ones too. */
  @ListOf(() => UnitPeriod, { max: 1000 }) periods: UnitPeriod[];
  @ListOf(() => UnitEvent, { max: 1000 }) events: UnitEvent[];
  @ListOf(() => UnitSuccession, { max: 1000 }) successors: UnitSuccession[];
  @ListOf(() => UnitSuccession, { max: 1000 }) predecessors: UnitSuccession[];
}

/** Writing and reading what happened, and what is planned to happen. */
export const UnitEvents = contract('identity.unitEvents', {
  record: takes(RecordUnitEvent).gives(UnitEvent),
  found: takes(FoundUnit).gives(UnitEvent),
  /** Everything that recording it would refuse is refused here too. */
  preview: takes(RecordUnitEvent).gives(UnitEventPreview),
  /** The latest effective date first. */
  list: takes(UnitEventQuery).gives(UnitEventPage),
  find: takes(UnitEventRef).gives(UnitEvent),
  /** One unit with its past and what is planned for it. */
  history: takes(UnitRef).gives(UnitHistory),
  /** Only a planned one, and only while nothing planned later builds upon it. */
  cancel: takes(UnitEventRef).gives(UnitEvent),
});
export class UnitEventsClient extends ClientOf(UnitEvents) {}

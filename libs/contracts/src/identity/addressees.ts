import { ClientOf, contract, takes } from '../core/contract.js';
import { Flag, Id, Ids, ListOf, Text } from '../core/fields.js';
import { cursorChars, PageQuery } from '../core/page.js';

export class UnitsOperated {
  @Ids({ max: 200 }) unitIds: string[];
}
export class Operator {
  @Id() unitId: string;
  @Id() userId: string;
  @Text({ max: 120 }) name: string;
}
export class Operators {
  @ListOf(() => Operator, { max: 2000 }) items: Operator[];
}

/** Somebody of the roster without an account who can be written to all the same. */
export class Unregistered {
  /** Of the roster. */
  @Id() entryId: string;
  @Id() unitId: string;
  @Text({ max: 120 }) name: string;
}
export class UnregisteredList {
  @ListOf(() => Unregistered, { max: 2000 }) items: Unregistered[];
}
export class RosterEntriesByIds {
  @Ids({ max: 200 }) entryIds: string[];
}

export class PeopleByIds {
  @Ids({ max: 200 }) userIds: string[];
}
export class Colleagues {
  @Id() unitId: string;
  /** Words of the name; accents are optional. */
  @Text({ max: 100, optional: true }) q?: string;
}
export class Addressee {
  @Id() userId: string;
  /** The unit the person belongs to. */
  @Id() unitId: string;
  @Text({ max: 120 }) name: string;
}
export class AddresseeList {
  @ListOf(() => Addressee, { max: 200 }) items: Addressee[];
}

/** Staff of a unit and of everything below it. */
export class StaffQuery extends PageQuery {
  @Id() unitId: string;
}
export class StaffMember extends Addressee {
  @Text({ max: 200 }) unitName: string;
}
export class StaffPage {
  /** By name. */
  @ListOf(() => StaffMember, { max: 200 }) items: StaffMember[];
  @Text({ max: cursorChars, nullable: true }) nextCursor: string | null;
}

export class SubscriberRef {
  @Id() userId: string;
}
export class ReadScope {
  @Id() unitId: string;
  @Flag() subtree: boolean;
}
/** What somebody may see at this moment, without being signed in. */
export class Subscriber {
  @Flag() active: boolean;
  @Text({ max: 120 }) name: string;
  /** Units whose site the person runs. */
  @Ids({ max: 200 }) operates: string[];
  /** Where the person holds `meetings.read`. */
  @ListOf(() => ReadScope, { max: 500 }) reads: ReadScope[];
}

/**
 * For services only: whom to write to. Names for who may see them; addresses stay with identity (see `identity.mails.send`).
 */
export const Addressees = contract('identity.addressees', {
  /**
   * Who runs the sites of units: the roster's people with an account who do today (HB-10.3); where there are none, who holds
   * `meetings.answer` on the unit itself. At most 20 a unit.
   */
  operators: takes(UnitsOperated).gives(Operators),
  /** Who else runs the sites of units today, without an account but with an e-mail address. At most 20 a unit. */
  unregistered: takes(UnitsOperated).gives(UnregisteredList),
  /** As {@link Unregistered}, by id; who runs no site any more, or has an account now, is left out. */
  entries: takes(RosterEntriesByIds).gives(UnregisteredList),
  /** By id; who is not there any more, or has left, is left out. */
  people: takes(PeopleByIds).gives(AddresseeList),
  /** Staff of the unit itself, at most 20, by name. */
  colleagues: takes(Colleagues).gives(AddresseeList),
  /** Who may complete a unit's reports by a role held on the very unit (`reports.write`). At most 20 a unit. */
  reporting: takes(UnitsOperated).gives(Operators),
  /** Who may approve meetings of a unit by a role held on the very unit (`meetings.approve`). At most 20 a unit. */
  approving: takes(UnitsOperated).gives(Operators),
  staff: takes(StaffQuery).gives(StaffPage),
  subscriber: takes(SubscriberRef).gives(Subscriber),
});
export class AddresseesClient extends ClientOf(Addressees) {}

import { Day, Flag, Id, Instant, Int, ListOf, OneOf, Text } from '../core/fields.js';
import { cursorChars } from '../core/page.js';
import { ClassRef } from './classes.js';
import { GrantRecord } from './grants.js';
import { GuardianView } from './guardians.js';

/** `invited` has no password yet, `locked` may be unlocked, `disabled` has left. Only active users sign in. */
export const userStates = ['invited', 'active', 'locked', 'disabled'] as const;
export type UserState = (typeof userStates)[number];

export const userKinds = ['staff', 'student', 'parent', 'service'] as const;
export type UserKind = (typeof userKinds)[number];
/** Those that operators make; parents bind themselves, services are made with their keys. */
export const userKindsMade = ['staff', 'student'] as const;

export class Person {
  @Id() id: string;
  @Text({ max: 120 }) displayName: string;
  /** The unit the person belongs to. */
  @Id() unitId: string;
  @Text({ max: 200 }) unitName: string;
}

export class ClassOfUser extends ClassRef {
  @Text({ max: 40 }) name: string;
  /** `2026-2027` */
  @Text({ max: 9 }) schoolYear: string;
  @Id() unitId: string;
}

/** A line of a list of people. */
export class UserView extends Person {
  @Text({ max: 100 }) userName: string;
  /** Staff or student code, unique in the province. */
  @Text({ max: 60, nullable: true }) code: string | null;
  @OneOf(userKinds) kind: UserKind;
  @OneOf(userStates) state: UserState;
  /** Name of the class of the present school year. */
  @Text({ max: 40, nullable: true }) className: string | null;
  @Int({ min: 1, max: 2_000_000_000 }) version: number;
}

export class UserPage {
  /** Sorted as Vietnamese lists are: given name first. */
  @ListOf(() => UserView, { max: 200 }) items: UserView[];
  @Text({ max: cursorChars, nullable: true }) nextCursor: string | null;
  @Int({ min: 0, max: 10_000_000 }) total: number;
}

/** A line of an export. */
export class UserLine extends UserView {
  @Text({ max: 254, nullable: true }) email: string | null;
  @Text({ max: 25, nullable: true }) phone: string | null;
  @Day({ nullable: true }) birthDate: string | null;
}

export class UserLines {
  @ListOf(() => UserLine, { max: 200 }) items: UserLine[];
  @Text({ max: cursorChars, nullable: true }) nextCursor: string | null;
}

/** One person in full. */
export class UserDetails extends UserLine {
  @Instant() createdAt: string;
  /** Null when the person never signed in. */
  @Instant({ nullable: true }) lastSignInAt: string | null;
  /** Has an authenticator app or a passkey. */
  @Flag() hasSecondFactor: boolean;
  /** Until when the initial secret at hand is good; null when there is none. */
  @Instant({ nullable: true }) initialSecretUntil: string | null;
  /** Current and upcoming ones. */
  @ListOf(() => GrantRecord, { max: 200 }) grants: GrantRecord[];
  /** All there were, the latest first. */
  @ListOf(() => ClassOfUser, { max: 100 }) classes: ClassOfUser[];
  @ListOf(() => GuardianView, { max: 20 }) guardians: GuardianView[];
}

/** One person's way in, shown this once. */
export class SecretSlip {
  @Id() userId: string;
  @Text({ max: 120 }) displayName: string;
  @Text({ max: 60, nullable: true }) code: string | null;
  @Text({ max: 200 }) unitName: string;
  @Text({ max: 40, nullable: true }) className: string | null;
  @Text({ max: 100 }) userName: string;
  /** Opens nothing but choosing a password: `k7mq-x2rt-9bnd`. */
  @Text({ max: 20 }) secret: string;
  @Instant() expiresAt: string;
}

export class SecretSlips {
  @ListOf(() => SecretSlip, { max: 200 }) items: SecretSlip[];
}

export class UserNameProposal {
  /** Free at this moment. */
  @Text({ max: 100 }) userName: string;
}

/** What one keeps about oneself. */
export class Profile extends Person {
  @Text({ max: 100 }) userName: string;
  @Text({ max: 60, nullable: true }) code: string | null;
  @Text({ max: 254, nullable: true }) email: string | null;
  @Text({ max: 25, nullable: true }) phone: string | null;
  @Day({ nullable: true }) birthDate: string | null;
  @ListOf(() => ClassOfUser, { max: 100 }) classes: ClassOfUser[];
  @Int({ min: 1, max: 2_000_000_000 }) version: number;
}

import { ClientOf, contract, takes } from '../core/contract.js';
import { Flag, Id, Ids, Int, ListOf, Text } from '../core/fields.js';
import { cursorChars, PageQuery } from '../core/page.js';
import { TrainingEventRef } from './trainings.js';

/** A school registers its people, all of them or none. */
export class RegisterPeople extends TrainingEventRef {
  @Id() siteId: string;
  /** People whose unit the caller may register for. */
  @Ids({ max: 200 }) userIds: string[];
}
export class RegistrationRef extends TrainingEventRef {
  @Id() userId: string;
}
export class Registration extends RegistrationRef {
  @Text({ max: 120 }) name: string;
  @Id() unitId: string;
  @Text({ max: 200 }) unitName: string;
  @Id() siteId: string;
  /** Sessions attended. */
  @Ids({ max: 400 }) attended: string[];
  /** Enough of the sessions held for a certificate. */
  @Flag() complete: boolean;
  /** Of a certificate that stands. */
  @Text({ max: 60, nullable: true }) certificateNumber: string | null;
}
export class RegistrationQuery extends PageQuery {
  @Id() trainingId: string;
  @Id({ optional: true }) siteId?: string;
}
export class RegistrationPage {
  /** By unit, then by name; without `trainings.manage`, one's own units alone. */
  @ListOf(() => Registration, { max: 200 }) items: Registration[];
  @Text({ max: cursorChars, nullable: true }) nextCursor: string | null;
  @Int({ min: 0, max: 400_000 }) total: number;
}
export class Registered {
  /** Who was not registered before. */
  @Int({ min: 0, max: 200 }) added: number;
}

export class CandidateQuery extends PageQuery {
  @Id() trainingId: string;
  /** This unit and everything below it. */
  @Id() unitId: string;
}
/** Somebody of the staff whom the caller may register. */
export class Candidate {
  @Id() userId: string;
  @Text({ max: 120 }) name: string;
  @Id() unitId: string;
  @Text({ max: 200 }) unitName: string;
  @Flag() registered: boolean;
}
export class CandidatePage {
  /** By name. */
  @ListOf(() => Candidate, { max: 200 }) items: Candidate[];
  @Text({ max: cursorChars, nullable: true }) nextCursor: string | null;
}

export class AttendanceMark {
  @Id() userId: string;
  @Flag() present: boolean;
}
export class MarkAttendance extends TrainingEventRef {
  @Id() occurrenceId: string;
  @ListOf(() => AttendanceMark, { max: 500 }) marks: AttendanceMark[];
}

/** Registering with `trainings.register` on the person's unit; marking with `trainings.manage` on the event's. */
export const Registrations = contract('meetings.registrations', {
  list: takes(RegistrationQuery).gives(RegistrationPage),
  /** With `trainings.register` on the unit. @throws Failure `trainings.personUnknown` elsewhere */
  candidates: takes(CandidateQuery).gives(CandidatePage),
  register: takes(RegisterPeople).gives(Registered),
  withdraw: takes(RegistrationRef),
  mark: takes(MarkAttendance),
});
export class RegistrationsClient extends ClientOf(Registrations) {}

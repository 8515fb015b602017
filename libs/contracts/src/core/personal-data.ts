import { takes } from './contract.js';
import { Foreign, Id, ListOf, Text } from './fields.js';
import { cursorChars } from './page.js';

export class PersonalDataQuery {
  @Id() userId: string;
  /** Key of the kind of data. */
  @Text({ max: 60 }) kind: string;
  /** `nextCursor` of the page before. */
  @Text({ max: cursorChars, optional: true }) cursor?: string;
}

export class PersonalRecord {
  @Foreign() data: object;
}

/** What a service knows about somebody, one kind of data at a time. */
export class PersonalDataPage {
  @ListOf(() => PersonalRecord, { max: 200 }) items: PersonalRecord[];
  @Text({ max: cursorChars, nullable: true }) nextCursor: string | null;
}

/** The operation of every service that holds personal data; for services only. */
export const personalDataOf = takes(PersonalDataQuery).gives(PersonalDataPage);

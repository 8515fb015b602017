import { Instant, OneOf, Text } from '../core/fields.js';

/** What may be agreed to. `minorData`: the guardian of a student, to the school's use of the student's data. */
export const consentKinds = ['minorData'] as const;
export type ConsentKind = (typeof consentKinds)[number];

/** A text that is agreed to; a changed text is a new version. */
export class ConsentText {
  @OneOf(consentKinds) kind: ConsentKind;
  @Text({ max: 20 }) version: string;
  @Text({ max: 5000, multiline: true }) vi: string;
  @Text({ max: 5000, multiline: true }) en: string;
}

export class ConsentGiven {
  @OneOf(consentKinds) kind: ConsentKind;
  @Text({ max: 20 }) textVersion: string;
  @Instant() givenAt: string;
  @Instant({ nullable: true }) withdrawnAt: string | null;
}

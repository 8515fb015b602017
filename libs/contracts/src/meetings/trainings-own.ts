import { ClientOf, contract, takes } from '../core/contract.js';
import { Flag, Id, Instant, Int, ListOf, OneOf, Part, Text } from '../core/fields.js';
import { cursorChars, PageQuery } from '../core/page.js';
import { CertificateFace, CertificateRef, type CertificateState, certificateStates } from './certificates.js';
import {
  TrainingEventRef,
  TrainingLine,
  TrainingPlaceView,
  type TrainingState,
  trainingStates,
} from './trainings.js';

export class OwnCertificate {
  @Id() id: string;
  @Text({ max: 60 }) number: string;
  @Text({ max: 20 }) code: string;
  @Instant() issuedAt: string;
  @OneOf(certificateStates) state: CertificateState;
}
/** A training the caller is registered for. */
export class OwnTraining extends TrainingEventRef {
  @Text({ max: 200 }) title: string;
  /** Who organises it. */
  @Text({ max: 200 }) unitName: string;
  @OneOf(trainingStates) state: TrainingState;
  /** Of the first session; null when there is none yet. */
  @Instant({ nullable: true }) startsAt: string | null;
  @Int({ min: 0, max: 1000 }) sessionCount: number;
  /** Where to come to. */
  @Text({ max: 200 }) siteName: string;
  /** Sessions attended. */
  @Int({ min: 0, max: 400 }) attended: number;
  /** Enough of the sessions held for a certificate. */
  @Flag() complete: boolean;
  /** The one that stands, else the latest; null for none. */
  @Part(() => OwnCertificate, { nullable: true }) certificate: OwnCertificate | null;
  /** May the caller take it back? Who was registered by the school asks the school. */
  @Flag() withdrawable: boolean;
}
export class OwnTrainingPage {
  /** The latest first. */
  @ListOf(() => OwnTraining, { max: 200 }) items: OwnTraining[];
  @Text({ max: cursorChars, nullable: true }) nextCursor: string | null;
}

/** Open to the caller: registration goes on, people may come on their own, and the caller is not registered. */
export class OpenTraining extends TrainingLine {
  @Text({ max: 2000, nullable: true }) description: string | null;
  /** The last moment; null: until the first session begins. */
  @Instant({ nullable: true }) registerUntil: string | null;
  @ListOf(() => TrainingPlaceView, { max: 200 }) places: TrainingPlaceView[];
}
export class OpenTrainingPage {
  /** The latest first. */
  @ListOf(() => OpenTraining, { max: 50 }) items: OpenTraining[];
  @Text({ max: cursorChars, nullable: true }) nextCursor: string | null;
}
export class OpenTrainingQuery implements Omit<PageQuery, 'q'> {
  @Int({ min: 1, max: 50, optional: true }) limit?: number;
  /** `nextCursor` of the page before. */
  @Text({ max: cursorChars, optional: true }) cursor?: string;
}
export class ComeToTraining extends TrainingEventRef {
  @Id() siteId: string;
}

/** DA-1a, for the person: about the caller alone; nobody needs rights over others for it. */
export const OwnTrainings = contract('meetings.ownTrainings', {
  list: takes(PageQuery).gives(OwnTrainingPage),
  open: takes(OpenTrainingQuery).gives(OpenTrainingPage),
  register: takes(ComeToTraining),
  withdraw: takes(TrainingEventRef),
  /** @throws Failure `certificates.notFound` for somebody else's */
  certificate: takes(CertificateRef).gives(CertificateFace),
});
export class OwnTrainingsClient extends ClientOf(OwnTrainings) {}

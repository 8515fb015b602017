import { ClientOf, contract, takes } from '../core/contract.js';
import { Flag, Id, Instant, Int, ListOf, OneOf, Text } from '../core/fields.js';
import { cursorChars, PageQuery } from '../core/page.js';

/** `done`: certificates are issued, nothing more is registered. */
export const trainingStates = ['open', 'done', 'cancelled'] as const;
export type TrainingState = (typeof trainingStates)[number];

export class TrainingEventRef {
  @Id() trainingId: string;
}

/** A site people come to, and how many fit. */
export class TrainingPlace {
  @Id() siteId: string;
  /** 1–2000; HB-4.3 says 40. */
  @Int({ min: 1, max: 2000, example: 40 }) capacity: number;
}
export class PlanTraining {
  /** A meeting of kind training; its unit runs the event. */
  @Id({ optional: true }) occurrenceId?: string;
  /** Or a series of them: each of its meetings is a session. */
  @Id({ optional: true }) seriesId?: string;
  @Text({ max: 200, example: 'Tập huấn sử dụng bảng tương tác' }) title: string;
  @Text({ max: 2000, optional: true, multiline: true }) description?: string;
  @ListOf(() => TrainingPlace, { max: 200 }) places: TrainingPlace[];
  /** Share of the sessions held that somebody must have attended for a certificate, in per cent, 1–100. */
  @Int({ min: 1, max: 100, example: 80 }) requiredPercent: number;
  /** No registration afterwards; until the first session's start unless told. */
  @Instant({ optional: true, nullable: true }) registerUntil?: string | null;
  /** May people register on their own, without their school? No, unless told. */
  @Flag({ optional: true }) selfRegistration?: boolean;
}
/** What is left out stays; capacities never fall below what is taken. */
export class ChangeTraining extends TrainingEventRef {
  @Int({ min: 1, max: 2_000_000_000 }) version: number;
  @Text({ max: 200, optional: true }) title?: string;
  @Text({ max: 2000, optional: true, nullable: true, multiline: true }) description?: string | null;
  @ListOf(() => TrainingPlace, { max: 200, optional: true }) places?: TrainingPlace[];
  @Int({ min: 1, max: 100, optional: true }) requiredPercent?: number;
  @Instant({ optional: true, nullable: true }) registerUntil?: string | null;
  @Flag({ optional: true }) selfRegistration?: boolean;
  /** Cancelling tells everybody registered; not while certificates of it stand. */
  @OneOf(['open', 'cancelled'], { optional: true }) state?: 'open' | 'cancelled';
  /** Why it is cancelled; told to who is registered. */
  @Text({ max: 500, optional: true, example: 'Giảng viên ốm' }) reason?: string;
}

export class TrainingSession {
  @Id() occurrenceId: string;
  @Text({ max: 300 }) title: string;
  @Instant() startsAt: string;
  @Instant() endsAt: string;
  /** It has begun, so attendance can be marked. */
  @Flag() held: boolean;
}
export class TrainingPlaceView extends TrainingPlace {
  @Text({ max: 200 }) siteName: string;
  @Text({ max: 200 }) unitName: string;
  @Int({ min: 0, max: 2000 }) taken: number;
}
export class TrainingLine {
  @Id() id: string;
  @Id() unitId: string;
  @Text({ max: 200 }) unitName: string;
  @Text({ max: 200 }) title: string;
  @OneOf(trainingStates) state: TrainingState;
  /** Of the first session; null when there is none yet. */
  @Instant({ nullable: true }) startsAt: string | null;
  @Int({ min: 0, max: 1000 }) sessionCount: number;
  @Int({ min: 0, max: 400_000 }) capacity: number;
  @Int({ min: 0, max: 400_000 }) registered: number;
  @Int({ min: 0, max: 400_000 }) certificates: number;
}
export class Training extends TrainingLine {
  @Id({ nullable: true }) occurrenceId: string | null;
  @Id({ nullable: true }) seriesId: string | null;
  @Text({ max: 2000, nullable: true }) description: string | null;
  @Int({ min: 1, max: 100 }) requiredPercent: number;
  @Instant({ nullable: true }) registerUntil: string | null;
  @ListOf(() => TrainingSession, { max: 400 }) sessions: TrainingSession[];
  @ListOf(() => TrainingPlaceView, { max: 200 }) places: TrainingPlaceView[];
  @Flag() selfRegistration: boolean;
  /** May the caller run it: change, mark, issue? */
  @Flag() manageable: boolean;
  /** Is registration open now? */
  @Flag() registering: boolean;
  @Int({ min: 1, max: 2_000_000_000 }) version: number;
}
export class TrainingQuery extends PageQuery {
  @OneOf(trainingStates, { optional: true }) state?: TrainingState;
  /** Events of which this meeting is a session: its own, or its series'. */
  @Id({ optional: true }) occurrenceId?: string;
  /** The event of this series, or of one that it follows. */
  @Id({ optional: true }) seriesId?: string;
}
export class TrainingPage {
  /** The latest first. */
  @ListOf(() => TrainingLine, { max: 200 }) items: TrainingLine[];
  @Text({ max: cursorChars, nullable: true }) nextCursor: string | null;
}

/** DA-1a. Everybody of the province with `meetings.read` sees what is offered; run with `trainings.manage`. */
export const Trainings = contract('meetings.trainings', {
  list: takes(TrainingQuery).gives(TrainingPage),
  find: takes(TrainingEventRef).gives(Training),
  plan: takes(PlanTraining).gives(Training),
  change: takes(ChangeTraining).gives(Training),
});
export class TrainingsClient extends ClientOf(Trainings) {}

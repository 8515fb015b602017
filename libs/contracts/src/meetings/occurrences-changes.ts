import { Id, Instant, Int, ListOf, OneOf, Part, Text } from '../core/fields.js';
import { AgendaDraft } from './agenda-draft.js';
import { NewSite } from './new-site.js';
import { Dispatch, SiteWanted } from './occurrences-parts.js';
import { type MeetingKind, meetingKinds } from './vocabulary.js';

export class OccurrenceRef {
  @Id() occurrenceId: string;
}

/** One step of a meeting's life. */
export class OccurrenceStep extends OccurrenceRef {
  /** The version that was read; another one in the meantime fails with 412. */
  @Int({ min: 1, max: 2_000_000_000 }) version: number;
}

/** What a meeting is made of, whoever makes it. */
export class OccurrenceContent {
  @OneOf(meetingKinds, { example: 'conference' }) kind: MeetingKind;
  @Text({ max: 300, example: 'Hội nghị triển khai nhiệm vụ năm học' }) title: string;
  @Instant({ example: '2026-12-20T08:00:00+07:00' }) startsAt: string;
  /** 5 minutes to 24 hours after the start. */
  @Instant({ example: '2026-12-20T10:00:00+07:00' }) endsAt: string;
  /** Key of a type of units of the province (HB-1); the type of who holds it unless given. */
  @Text({ max: 60, optional: true, example: 'department' }) level?: string;
  /** The online room of the unit, or of one above it. */
  @Id({ nullable: true, optional: true }) roomId?: string | null;
  @Id({ nullable: true, optional: true }) chairId?: string | null;
  @Id({ nullable: true, optional: true }) directorId?: string | null;
  @Id({ nullable: true, optional: true }) secretaryId?: string | null;
  /** Who is to come, in words (HB-4.3). */
  @Text({ max: 2000, multiline: true, nullable: true, optional: true }) composition?: string | null;
  @Part(() => Dispatch, { nullable: true, optional: true }) dispatch?: Dispatch | null;
  @ListOf(() => NewSite, { max: 1000, optional: true }) sites?: NewSite[];
  @ListOf(() => AgendaDraft, { max: 50, optional: true }) agenda?: AgendaDraft[];
}

export class MakeOccurrence extends OccurrenceContent {
  /** Who holds it. */
  @Id() unitId: string;
}

/** What is left out stays. Time and sites only while it is not live (I15); a reported meeting never (I17). */
export class ChangeOccurrence extends OccurrenceStep {
  @Text({ max: 300, optional: true, example: 'Hội nghị triển khai nhiệm vụ năm học' }) title?: string;
  /** Key of a type of units of the province (HB-1). */
  @Text({ max: 60, optional: true, example: 'department' }) level?: string;
  @Instant({ optional: true }) startsAt?: string;
  @Instant({ optional: true }) endsAt?: string;
  @Id({ nullable: true, optional: true }) roomId?: string | null;
  @Id({ nullable: true, optional: true }) chairId?: string | null;
  @Id({ nullable: true, optional: true }) directorId?: string | null;
  @Id({ nullable: true, optional: true }) secretaryId?: string | null;
  @Text({ max: 2000, multiline: true, nullable: true, optional: true }) composition?: string | null;
  @Part(() => Dispatch, { nullable: true, optional: true }) dispatch?: Dispatch | null;
  /** All of them; conflicts about sites that are not among them are settled. */
  @ListOf(() => SiteWanted, { max: 1000, optional: true }) sites?: SiteWanted[];
}

export class CancelOccurrence extends OccurrenceStep {
  /** Told to everybody invited. */
  @Text({ max: 500, example: 'Trùng lịch làm việc của Bộ' }) reason: string;
}
export class PostponeOccurrence extends CancelOccurrence {}
export class RescheduleOccurrence extends OccurrenceStep {
  @Instant({ example: '2026-12-22T08:00:00+07:00' }) startsAt: string;
  @Instant({ example: '2026-12-22T10:00:00+07:00' }) endsAt: string;
}
export class CheckOverride {
  /** Kept in the audit log with the chair's name (I14). */
  @Text({ max: 500, example: 'Điểm cầu dự bị chưa kiểm tra, vẫn bắt đầu' }) reason: string;
}
export class StartOccurrence extends OccurrenceStep {
  /** Needed where a site's check failed or is missing; from whoever is named as the meeting's chair then, and nobody else (I14). */
  @Part(() => CheckOverride, { optional: true, nullable: true }) override?: CheckOverride | null;
}
export class CorrectOccurrence extends OccurrenceRef {
  @Text({ max: 2000, multiline: true, example: 'Số người dự thực tế tại điểm cầu chính là 38' }) text: string;
}

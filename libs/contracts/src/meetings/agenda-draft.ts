import { Id, Instant, Int, Text } from '../core/fields.js';

/** A point of an agenda, as it is first written down (HB-8.1). */
export class AgendaDraft {
  @Text({ max: 300, example: 'Báo cáo công tác tháng' }) title: string;
  /** Unit that prepares it; null for the owner of the meeting. */
  @Id({ nullable: true }) unitId: string | null;
  /** Minutes planned, 1–480. */
  @Int({ min: 1, max: 480, example: 30 }) minutes: number;
  /** When the papers are due; null when none are asked for. */
  @Instant({ nullable: true }) dueAt: string | null;
}

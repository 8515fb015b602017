import { Decimal, Id, Int, ListOf, OneOf, Text } from '../core/fields.js';

export const seatingKinds = ['grid', 'picture'] as const;
export type SeatingKind = (typeof seatingKinds)[number];

/** A place that is called by a name: «Chủ trì», «Đoàn đại biểu». */
export class SeatMark {
  @Text({ max: 60 }) label: string;
  /** From the left and from the front (the top of the picture), 0–1. */
  @Decimal({ min: 0, max: 1 }) x: number;
  @Decimal({ min: 0, max: 1 }) y: number;
}

/** Who sits where (HB-8.3): rows of seats, or a picture of the room; either with marks. */
export class SeatingPlan {
  @OneOf(seatingKinds) kind: SeatingKind;
  /** Of a grid, from the front; null for a picture. */
  @Int({ min: 1, max: 60, nullable: true }) rows: number | null;
  @Int({ min: 1, max: 60, nullable: true }) seatsPerRow: number | null;
  /** A photo; null for a grid. */
  @Id({ nullable: true }) fileId: string | null;
  @ListOf(() => SeatMark, { max: 100 }) marks: SeatMark[];
}

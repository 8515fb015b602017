import type { SeatRegion } from '@diemcau/contracts/meetings/presets';
import type { SeatingPlan } from '@diemcau/contracts/meetings/sites-seating';

/** A region as people say it: rows and seats of a grid counted from 1, both ends within; per cent of a picture. */
export interface Span {
  readonly fromAcross: number;
  readonly toAcross: number;
  readonly fromDown: number;
  readonly toDown: number;
}

/** How many steps there are across and down. */
export const stepsOf = ({ kind, rows, seatsPerRow }: SeatingPlan): { across: number; down: number } =>
  kind === 'grid' ? { across: seatsPerRow ?? 1, down: rows ?? 1 } : { across: 100, down: 100 };

export function spanOf({ x, y, width, height }: SeatRegion, plan: SeatingPlan): Span {
  const { across, down } = stepsOf(plan);
  const first = (start: number, steps: number) => Math.min(steps, Math.round(start * steps) + 1);
  const last = (end: number, steps: number) => Math.max(1, Math.min(steps, Math.round(end * steps)));
  return {
    fromAcross: first(x, across),
    toAcross: last(x + width, across),
    fromDown: first(y, down),
    toDown: last(y + height, down),
  };
}

export function regionOf(span: Span, plan: SeatingPlan): SeatRegion {
  const { across, down } = stepsOf(plan);
  return {
    x: (span.fromAcross - 1) / across,
    y: (span.fromDown - 1) / down,
    width: (span.toAcross - span.fromAcross + 1) / across,
    height: (span.toDown - span.fromDown + 1) / down,
  };
}

/** Within the room, and not the wrong way round. */
export function isSpan(span: Span, plan: SeatingPlan): boolean {
  const { across, down } = stepsOf(plan);
  const within = (from: number, to: number, steps: number) => from >= 1 && from <= to && to <= steps;
  return within(span.fromAcross, span.toAcross, across) && within(span.fromDown, span.toDown, down);
}

import type { UnitEvent } from '@diemcau/contracts/identity/unit-events';

/** A day on which the tree became another, or today. */
export interface Moment {
  readonly day: string;
  readonly when: 'past' | 'today' | 'future';
  /** What took, or will take, effect on that day. */
  readonly events: readonly UnitEvent[];
}

const whenOf = (day: string, today: string): Moment['when'] =>
  day < today ? 'past' : day > today ? 'future' : 'today';

/** The days to slide through, earliest first; today is always among them. Cancelled events and corrections are no change. */
export function momentsOf(events: readonly UnitEvent[], today: string): Moment[] {
  const counted = events.filter(({ state, kind }) => state !== 'cancelled' && kind !== 'correct');
  const days = new Set([...counted.map(({ effectiveOn }) => effectiveOn), today]);
  return [...days].sort().map((day) => ({
    day,
    when: whenOf(day, today),
    events: counted.filter(({ effectiveOn }) => effectiveOn === day),
  }));
}

/** The last moment not after the day: the tree of the day is the tree of that moment. */
export function momentAt(moments: readonly Moment[], day: string): number {
  return Math.max(
    0,
    moments.findLastIndex((moment) => moment.day <= day),
  );
}

import { Failure } from '@diemcau/contracts/core/failure';
import { occurrenceErrors } from '@diemcau/contracts/meetings/occurrences-errors';
import type { OccurrenceState } from '@diemcau/contracts/meetings/vocabulary';
import { after, begun, changeable, type Step } from './states.js';

interface InState {
  readonly id: string;
  readonly state: OccurrenceState;
}

/** @throws Failure `occurrences.reported`, `.live`, `.wrongState` by what the meeting is */
export function refuseFixed({ id, state }: InState): void {
  if (changeable.includes(state)) return;
  const kind =
    state === 'reported'
      ? occurrenceErrors.reported
      : begun.includes(state)
        ? occurrenceErrors.live
        : occurrenceErrors.wrongState;
  throw new Failure(kind, { occurrenceId: id, state });
}

/** @throws Failure `occurrences.reported`, `occurrences.wrongState` */
export function stateAfter({ id, state }: InState, step: Step): OccurrenceState {
  const next = after(state, step);
  if (next) return next;
  const kind = state === 'reported' ? occurrenceErrors.reported : occurrenceErrors.wrongState;
  throw new Failure(kind, { occurrenceId: id, state });
}

const minuteMs = 60_000;
const longestMs = 1440 * minuteMs;

/** @throws Failure `occurrences.badTimes`, `occurrences.past` */
export function refuseTimes(startsAt: Date, endsAt: Date, now: Date): void {
  const lengthMs = endsAt.getTime() - startsAt.getTime();
  if (lengthMs < 5 * minuteMs || lengthMs > longestMs) throw new Failure(occurrenceErrors.badTimes);
  refusePast({ endsAt }, now);
}

/** Nobody is asked to what is over. @throws Failure `occurrences.past` */
export function refusePast({ endsAt }: { readonly endsAt: Date }, now: Date): void {
  if (endsAt <= now) throw new Failure(occurrenceErrors.past);
}

import type { OccurrenceState } from '@diemcau/contracts/meetings/vocabulary';

const over: ReadonlySet<OccurrenceState> = new Set(['reported', 'cancelled', 'aborted']);

/** Nobody prepares anything for it any more. */
export const isOver = (state: OccurrenceState): boolean => over.has(state);

import type { Occurrence } from '@diemcau/contracts/meetings/occurrences';

/**
 * Whoever keeps a meeting may change it, and while it waits for its approval or was refused take it back, too (HB-4.2).
 * @param mayRequest whether the caller may ask for meetings at all
 */
export const mayTakeBack = (
  { state, actions }: Pick<Occurrence, 'state' | 'actions'>,
  mayRequest: boolean,
): boolean =>
  mayRequest && (state === 'pendingApproval' || state === 'rejected') && actions.includes('change');

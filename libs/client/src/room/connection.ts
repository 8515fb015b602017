import type { CloseReason } from '@diemcau/contracts/media/room';
import type { Problem } from '../problem.js';

/** `removed`, `replaced`, `ended` and `revoked` by the server, `left` by oneself, `refused` with the problem that says why. */
export type Ending =
  | { readonly state: 'closed'; readonly reason: Exclude<CloseReason, 'moved'> | 'left' }
  | { readonly state: 'closed'; readonly reason: 'refused'; readonly problem: Problem };

/** connecting: for the first time. reconnecting: was in and comes back by itself. closed: over. */
export type Connection = { readonly state: 'connecting' | 'connected' | 'reconnecting' } | Ending;

/** Trying again cannot help with these; everything else passes. */
const finalCodes = new Set([
  'room.removed',
  'lobby.removed',
  'lobby.notAdmitted',
  'lobby.notFound',
  'rooms.notFound',
  'common.notAllowed',
  'common.notFound',
  'common.signInNeeded',
  'common.invalid',
  'sessions.ended',
]);

export const isFinal = (problem: Problem): boolean => finalCodes.has(problem.code);

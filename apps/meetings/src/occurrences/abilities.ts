import { type Caller, may, mayOn } from '@diemcau/contracts/core/caller';
import type { OccurrenceAction } from '@diemcau/contracts/meetings/occurrences-parts';
import { occurrenceActions } from '@diemcau/contracts/meetings/occurrences-parts';
import type { OccurrenceRow } from './occurrence-row.js';
import { after, changeable, type Step } from './states.js';

/** Whoever acts: an account, or a program's key. */
export const actorOf = (caller: Caller): string | null =>
  caller.kind === 'user' ? caller.userId : caller.kind === 'key' ? caller.keyId : null;

/** Keeps the meeting: over its unit, or the one who asks for it while it is not decided. */
export function keeps(meeting: OccurrenceRow, caller: Caller): boolean {
  return mayOn(caller, 'meetings.write', meeting.unitPath) || asks(meeting, caller);
}

export function asks(meeting: OccurrenceRow, caller: Caller): boolean {
  const { requestingUnitPath: path, authorId, state } = meeting;
  const open = state === 'draft' || state === 'rejected' || state === 'pendingApproval';
  return open && path !== null && authorId === actorOf(caller) && mayOn(caller, 'meetings.request', path);
}

/** Presides: over its unit, or named as its chair or director. */
export function presides(meeting: OccurrenceRow, caller: Caller): boolean {
  if (mayOn(caller, 'meetings.preside', meeting.unitPath)) return true;
  const named = [meeting.chairId, meeting.directorId].includes(actorOf(caller));
  return named && may(caller, 'meetings.preside');
}

/** I12: by somebody else than its author. */
export const decides = (meeting: OccurrenceRow, caller: Caller): boolean =>
  mayOn(caller, 'meetings.approve', meeting.unitPath) && meeting.authorId !== actorOf(caller);

function mayTake(action: OccurrenceAction, meeting: OccurrenceRow, caller: Caller): boolean {
  switch (action) {
    case 'change':
    case 'submit':
      return keeps(meeting, caller);
    case 'approve':
    case 'reject':
      return decides(meeting, caller);
    case 'schedule':
      return meeting.seriesId !== null && mayOn(caller, 'meetings.write', meeting.unitPath);
    case 'postpone':
    case 'reschedule':
    case 'cancel':
    case 'report':
    case 'correct':
      return mayOn(caller, 'meetings.write', meeting.unitPath);
    case 'start':
    case 'pause':
    case 'resume':
    case 'end':
    case 'abort':
      return presides(meeting, caller);
  }
}

function isPossible(action: OccurrenceAction, { state, seriesId }: OccurrenceRow): boolean {
  if (action === 'change') return changeable.includes(state);
  if (action === 'correct') return state === 'reported';
  // What a series made was approved with it.
  if (action === 'submit' && seriesId !== null) return false;
  return after(state, action satisfies Step) !== null;
}

/** What the caller may do with the meeting now. */
export const actionsOf = (meeting: OccurrenceRow, caller: Caller): OccurrenceAction[] =>
  occurrenceActions.filter((action) => isPossible(action, meeting) && mayTake(action, meeting, caller));

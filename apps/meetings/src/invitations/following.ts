import type { OccurrenceState } from '@diemcau/contracts/meetings/vocabulary';

/** A meeting as far as invitations tell of it. */
export interface Meeting {
  readonly state: OccurrenceState;
  readonly startsAt: Date;
  readonly endsAt: Date;
  /** iCalendar's (I15). */
  readonly sequence: number;
  /** All else that is told: title, room, unit. */
  readonly told: string;
}
/** What was told of it before. */
export interface Told extends Omit<Meeting, 'state'> {
  readonly revoked: boolean;
}

/**
 * `first`: nobody was invited yet. `ask`: everybody is asked anew, it takes place at another time, or after all. `tell`: what
 * was answered stands, but people learn what changed. `keep`: only who is invited may have changed. `revoke`: it does not take
 * place. `nothing`: it is not the time to invite.
 */
export type Step = 'nothing' | 'first' | 'keep' | 'tell' | 'ask' | 'revoke';

export function nextStep(now: Meeting, before: Told | null): Step {
  switch (now.state) {
    case 'scheduled':
    case 'checking':
      if (before === null) return 'first';
      if (before.revoked || isMoved(now, before)) return 'ask';
      return now.told === before.told ? 'keep' : 'tell';
    case 'live':
    case 'paused':
    case 'ended':
    case 'reported':
      return 'nothing';
    case 'draft':
    case 'pendingApproval':
    case 'rejected':
    case 'postponed':
    case 'cancelled':
    case 'aborted':
      return before === null || before.revoked ? 'nothing' : 'revoke';
  }
}

const isMoved = (now: Meeting, before: Told): boolean =>
  now.startsAt.getTime() !== before.startsAt.getTime() || now.endsAt.getTime() !== before.endsAt.getTime();

/** Never falls, and rises whenever calendars must move or strike the meeting (RFC 5546, 2.1.4). */
export function nextSequence(step: Step, now: Meeting, before: Told | null): number {
  const rises = step === 'ask' || step === 'revoke';
  return Math.max(now.sequence, before === null ? 0 : before.sequence + (rises ? 1 : 0));
}

/** What is known about a presented refresh token and its sign-in session. All times from the database's clock. */
export interface Presented {
  readonly now: Date;
  /** When its successor was first handed out; null for the newest of the session. */
  readonly replacedAt: Date | null;
  readonly sessionEndedAt: Date | null;
  readonly sessionExpiresAt: Date;
}

/**
 * rotate: hand out the successor for the first time. replay: hand out the same successor again, to another tab.
 * reuse: an old token came back, one of two holders is a thief, end the session for both. ended: nothing to refresh.
 */
export type Rotation = 'rotate' | 'replay' | 'reuse' | 'ended';

/** How long tabs that refresh at the same moment may come one after the other, in ms. */
const replayWindowMs = 20_000;

export function rotationOf({ now, replacedAt, sessionEndedAt, sessionExpiresAt }: Presented): Rotation {
  if (sessionEndedAt !== null || sessionExpiresAt <= now) return 'ended';
  if (replacedAt === null) return 'rotate';
  return now.getTime() - replacedAt.getTime() <= replayWindowMs ? 'replay' : 'reuse';
}

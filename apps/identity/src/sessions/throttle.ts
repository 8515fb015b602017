/** Attempts to sign in under one user name since the last that succeeded. */
export interface Attempts {
  readonly failures: number;
  readonly lastAt: Date;
  readonly blockedUntil: Date | null;
}

export type Throttled =
  | { readonly allowed: true; readonly next: Attempts }
  | { readonly allowed: false; readonly retryAfterS: number };

/** As many may be wrong, or under way at once, before waiting begins. */
export const freeAttempts = 10;
const longestWaitS = 900;
/** Failures are forgotten when nothing was tried for this long, in ms. */
const memoryMs = 3_600_000;

/** Doubles with each failure: 1 s after the tenth, 15 min from the twentieth on. */
export const waitAfter = (failures: number): number =>
  failures < freeAttempts ? 0 : Math.min(longestWaitS, 2 ** (failures - freeAttempts));

/** Counts an attempt as failed before it is judged, so that a thousand guesses sent at once are not free. */
export function attemptAt(now: Date, before: Attempts | undefined): Throttled {
  const blockedMs = before?.blockedUntil ? before.blockedUntil.getTime() - now.getTime() : 0;
  if (blockedMs > 0) return { allowed: false, retryAfterS: Math.ceil(blockedMs / 1000) };

  const remembered = before && now.getTime() - before.lastAt.getTime() < memoryMs ? before.failures : 0;
  const failures = remembered + 1;
  const waitS = waitAfter(failures);
  const blockedUntil = waitS > 0 ? new Date(now.getTime() + waitS * 1000) : null;
  return { allowed: true, next: { failures, lastAt: now, blockedUntil } };
}

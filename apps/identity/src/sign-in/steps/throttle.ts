/** How guessing is slowed down. */
export interface Rule {
  /** As many may be wrong, or under way at once, before waiting begins. */
  readonly free: number;
  /** Waits double from 1 s with each failure, up to this. */
  readonly longestS: number;
}

/** Behind one address sits a whole school: it may be wrong more often, and waits less. */
export const rules = {
  account: { free: 10, longestS: 900 },
  address: { free: 300, longestS: 60 },
} as const satisfies Record<string, Rule>;

/** Doublings after which any wait is the longest. */
const most = 20;

/** The columns of an attempt counted on top of `known`; failures are forgotten when nothing was tried for an hour. */
export function raised({ free, longestS }: Rule): string {
  const failures = `(CASE WHEN known.last_at < clock_timestamp() - interval '1 hour' THEN 1 ELSE known.failures + 1 END)`;
  const seconds = `least(${longestS}, power(2, least(${failures} - ${free}, ${most})))`;
  return `failures = ${failures}, last_at = clock_timestamp(),
    blocked_until = CASE WHEN ${failures} >= ${free} THEN clock_timestamp() + make_interval(secs => ${seconds}) END`;
}

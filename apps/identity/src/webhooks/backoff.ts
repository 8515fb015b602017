/** How long deliveries are tried, in ms. */
export const patienceMs = 3 * 86_400_000;
const firstMs = 5000;
const factor = 4;
const longestMs = 12 * 3_600_000;

/**
 * How long to wait after a failed attempt, in ms: 5 s, 20 s, 80 s … at most 12 h, each a tenth more or less, so that what
 * failed together does not come back together.
 * @param attempts so far, from 1
 * @param random 0–1
 * @param askedMs what the receiver asked for by `Retry-After`; null when it did not
 */
export function delayAfter(attempts: number, random: number, askedMs: number | null = null): number {
  const plain = Math.min(longestMs, firstMs * factor ** (attempts - 1));
  const jittered = plain * (0.9 + 0.2 * random);
  return Math.round(Math.min(longestMs * 1.1, Math.max(jittered, askedMs ?? 0)));
}

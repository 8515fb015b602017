/** As long as a media node takes to start again, the wait stays short; past that it is not a matter of seconds. */
const hopefulAttempts = 12;

/**
 * How long to wait before the n-th attempt (0: the first repeat), in milliseconds: 200 ms growing to 1 s, after a dozen
 * attempts 3 s, each spread by ±40 %, so that a room full of sites does not come back in one instant.
 * @param random 0–1
 */
export function retryDelayMs(attempt: number, random: number = Math.random()): number {
  const middle = attempt < hopefulAttempts ? Math.min(200 * 1.6 ** attempt, 1000) : 3000;
  return Math.round(middle * (0.6 + 0.8 * random));
}

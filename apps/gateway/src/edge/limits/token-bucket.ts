/** One allowance: refilled evenly over the minute, and all of it may be taken at once. */
export class TokenBucket {
  private left: number;
  private at: number;

  constructor(
    private readonly perMinute: number,
    now = performance.now(),
  ) {
    this.left = perMinute;
    this.at = now;
  }

  /**
   * Takes one token.
   * @param now in ms, rising
   * @returns 0 when there was one, else how long until there is, in whole seconds
   */
  take(now = performance.now()): number {
    const refill = ((now - this.at) / 60_000) * this.perMinute;
    this.left = Math.min(this.perMinute, this.left + refill);
    this.at = now;
    if (this.left < 1) return Math.max(1, Math.ceil(((1 - this.left) / this.perMinute) * 60));
    this.left -= 1;
    return 0;
  }
}

/** A bucket for each key, in memory; past `most` keys the longest unused is forgotten. */
export class TokenBuckets {
  private readonly buckets = new Map<string, TokenBucket>();

  constructor(
    private readonly perMinute: number,
    private readonly most = 50_000,
  ) {}

  /** As {@link TokenBucket.take}, of the key's own bucket. */
  take(key: string, now = performance.now()): number {
    const bucket = this.buckets.get(key) ?? new TokenBucket(this.perMinute, now);
    this.buckets.delete(key);
    this.buckets.set(key, bucket);
    if (this.buckets.size > this.most) {
      const [longestUnused] = this.buckets.keys();
      if (longestUnused !== undefined) this.buckets.delete(longestUnused);
    }
    return bucket.take(now);
  }

  get size(): number {
    return this.buckets.size;
  }
}

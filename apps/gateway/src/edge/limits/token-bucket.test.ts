import { TokenBucket, TokenBuckets } from './token-bucket.js';

const minute = 60_000;

test('the whole minute may be taken at once, and not one more', () => {
  const bucket = new TokenBucket(3, 0);
  expect([0, 0, 0, 0].map((now) => bucket.take(now) === 0)).toEqual([true, true, true, false]);
});

test.each([
  [60, 1],
  [6, 10],
  [1, 60],
])('%i a minute, all taken: the next one is there in %i s, as promised', (perMinute, seconds) => {
  const bucket = new TokenBucket(perMinute, 0);
  for (let taken = 0; taken < perMinute; taken += 1) bucket.take(0);
  expect(bucket.take(0)).toBe(seconds);
  expect(bucket.take(seconds * 1000)).toBe(0);
});

test('asking in vain does not put off the next one', () => {
  const bucket = new TokenBucket(1, 0);
  bucket.take(0);
  for (let now = 0; now < minute; now += 1000) expect(bucket.take(now)).toBeGreaterThan(0);
  expect(bucket.take(minute)).toBe(0);
});

test('a long rest saves up no more than a minute', () => {
  const bucket = new TokenBucket(2, 0);
  const later = 100 * minute;
  expect([bucket.take(later), bucket.take(later)]).toEqual([0, 0]);
  expect(bucket.take(later)).toBeGreaterThan(0);
});

test('each key has its own bucket', () => {
  const buckets = new TokenBuckets(1);
  expect([buckets.take('a', 0), buckets.take('b', 0)]).toEqual([0, 0]);
  expect(buckets.take('a', 0)).toBeGreaterThan(0);
});

test('past the most, the longest unused is forgotten, so memory stays bounded', () => {
  const buckets = new TokenBuckets(1, 2);
  for (const key of ['a', 'b', 'a', 'c']) buckets.take(key, 0);
  expect(buckets.size).toBe(2);
  expect(buckets.take('a', 0)).toBeGreaterThan(0);
  expect(buckets.take('b', 0)).toBe(0);
});

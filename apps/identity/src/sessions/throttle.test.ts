import { attemptAt, type Attempts, waitAfter } from './throttle.js';

const now = new Date('2026-03-02T08:00:00Z');
const after = (ms: number) => new Date(now.getTime() + ms);
const failed = (failures: number, more: Partial<Attempts> = {}): Attempts => ({
  failures,
  lastAt: now,
  blockedUntil: null,
  ...more,
});

test.each([
  [1, 0],
  [9, 0],
  [10, 1],
  [11, 2],
  [15, 32],
  [20, 900],
  [1000, 900],
])('after %i failures in a row one waits %i s', (failures, seconds) => {
  expect(waitAfter(failures)).toBe(seconds);
});

describe('an attempt', () => {
  test('is allowed under a name never tried before', () => {
    expect(attemptAt(now, undefined)).toEqual({ allowed: true, next: failed(1) });
  });

  test('counts as failed before it is judged', () => {
    expect(attemptAt(now, failed(9))).toEqual({
      allowed: true,
      next: failed(10, { blockedUntil: after(1000) }),
    });
  });

  test('is refused while the wait lasts, and told how long', () => {
    const waiting = failed(12, { blockedUntil: after(3400) });
    expect(attemptAt(now, waiting)).toEqual({ allowed: false, retryAfterS: 4 });
    expect(attemptAt(after(3400), waiting)).toMatchObject({ allowed: true, next: { failures: 13 } });
  });

  test('begins anew after a quiet hour', () => {
    expect(attemptAt(after(3_600_000), failed(19))).toMatchObject({ next: { failures: 1 } });
    expect(attemptAt(after(3_599_999), failed(19))).toMatchObject({ next: { failures: 20 } });
  });
});

import { rotationOf } from './rotation.js';

const now = new Date('2026-03-02T08:00:00Z');
const ago = (ms: number) => new Date(now.getTime() - ms);
const live = { now, replacedAt: null, sessionEndedAt: null, sessionExpiresAt: ago(-1000) };

test.each([
  ['the newest token is rotated', live, 'rotate'],
  ['a token just replaced is answered with the same successor', { ...live, replacedAt: ago(1) }, 'replay'],
  ['so it is 20 s later', { ...live, replacedAt: ago(20_000) }, 'replay'],
  ['after that it is reuse', { ...live, replacedAt: ago(20_001) }, 'reuse'],
  ['an ended session gives nothing', { ...live, sessionEndedAt: ago(1) }, 'ended'],
  [
    'an ended session stays ended, reuse or not',
    { ...live, sessionEndedAt: now, replacedAt: ago(60_000) },
    'ended',
  ],
  ['an expired session gives nothing', { ...live, sessionExpiresAt: now }, 'ended'],
] as const)('%s', (_, presented, expected) => {
  expect(rotationOf(presented)).toBe(expected);
});

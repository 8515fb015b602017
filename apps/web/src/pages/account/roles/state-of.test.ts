import { stateOf } from './state-of';

const now = Date.parse('2026-11-22T03:00:00Z');
const day = (n: number): string => `2026-11-${n}T00:00:00Z`;

test.each([
  ['past', day(1), day(20), null],
  ['past', day(1), null, day(2)],
  ['current', day(1), null, null],
  ['current', day(1), day(30), null],
  ['upcoming', day(25), null, null],
] as const)('%s: from %s to %s, revoked %s', (state, validFrom, validTo, revokedAt) => {
  expect(stateOf({ validFrom, validTo, revokedAt }, now)).toBe(state);
});

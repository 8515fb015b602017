import { instantOf, localOf } from './times';

test('what a field shows of an instant is the time in Vietnam, and gives the same instant back', () => {
  expect(localOf('2026-11-20T18:30:00Z')).toBe('2026-11-21T01:30');
  expect(new Date(instantOf('2026-11-21T01:30')).toISOString()).toBe('2026-11-20T18:30:00.000Z');
});

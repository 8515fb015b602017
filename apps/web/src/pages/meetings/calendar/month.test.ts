import { byDay, monthOf } from './month';

test('a month has whole weeks from Monday to Sunday', () => {
  const { weeks, before, after } = monthOf('2028-02', '2026-11-22');
  expect(weeks).toHaveLength(5);
  expect(weeks[0]?.[0]).toBe('2028-01-31');
  expect(weeks.at(-1)?.at(-1)).toBe('2028-03-05');
  expect([before, after]).toEqual(['2028-01', '2028-03']);
});

test.each([
  ['2026-03', 6],
  ['2027-02', 4],
])('%s has %i weeks', (name, count) => {
  expect(monthOf(name, '2026-11-22').weeks).toHaveLength(count);
});

test('what is no month is the present one', () => {
  expect(monthOf('2026-13', '2026-11-22').name).toBe('2026-11');
  expect(monthOf(undefined, '2026-11-22').name).toBe('2026-11');
});

test('a meeting is on the day on which it begins in Vietnam', () => {
  const late = { startsAt: '2026-12-31T17:30:00Z' };
  expect([...byDay([late])]).toEqual([['2027-01-01', [late]]]);
});

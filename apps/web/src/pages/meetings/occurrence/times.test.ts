import { dueOf, endsLater, instantOf, instantsOf, timesOf } from './times';

test('times are wall time in Vietnam', () => {
  const times = { day: '2026-12-20', from: '08:00', to: '10:30' };
  const instants = instantsOf(times);
  expect(instants).toEqual({ startsAt: '2026-12-20T01:00:00.000Z', endsAt: '2026-12-20T03:30:00.000Z' });
  expect(timesOf(instants?.startsAt ?? '', instants?.endsAt ?? '')).toEqual(times);
});

test('an end before the beginning is on the next day', () => {
  expect(instantsOf({ day: '2026-12-20', from: '22:00', to: '01:00' })?.endsAt).toBe(
    '2026-12-20T18:00:00.000Z',
  );
});

test.each([
  ['10:00', '09:00', '2027-01-01'],
  ['22:00', '00:00', '2027-01-01'],
  ['08:00', '08:00', '2027-01-01'],
  ['08:00', '10:00', null],
  ['08:00', '', null],
])('from %s to %s on 31 December it ends on another day: %s', (from, to, later) => {
  expect(endsLater({ day: '2026-12-31', from, to })).toBe(later);
});

test.each([
  { day: null, from: '08:00', to: '09:00' },
  { day: '2026-12-20', from: '', to: '09:00' },
  { day: '2026-12-20', from: '08:00', to: '9' },
])('what is not whole is none: %j', (times) => {
  expect(instantsOf(times)).toBeNull();
});

test('a time by which something is due is a day and an hour in Vietnam, or none', () => {
  const due = dueOf('2026-12-20T10:00:00.000Z', '08:00');
  expect(due).toEqual({ day: '2026-12-20', time: '17:00' });
  expect(instantOf(due)).toBe('2026-12-20T10:00:00.000Z');
  expect(instantOf(dueOf(null, '17:00'))).toBeNull();
  expect(instantOf({ day: '2026-12-20', time: '25:00' })).toBeNull();
});

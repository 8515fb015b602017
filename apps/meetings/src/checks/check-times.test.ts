import { closesAt, opensAt } from './check-times.js';

const policy = { opensDaysBefore: 3, closesHoursBefore: 24 };
const at = (time: string) => new Date(`2026-11-${time}:00+07:00`);
const start = at('25T08:00');

test('checking opens three days before the meeting', () => {
  expect(opensAt(start, policy)).toEqual(at('22T08:00'));
});

test.each([
  ['opened in time, it closes a day before (HB-8.2)', '22T08:00', '24T08:00'],
  ['a replica came late, it still closes a day before', '24T04:00', '24T08:00'],
  ['opened hours before that, sites have four hours', '24T06:00', '24T10:00'],
  ['called for tomorrow, they have four hours', '24T20:00', '25T00:00'],
  ['called for in two hours, they have one', '25T06:00', '25T07:00'],
  ['opened when it begins, it closes at once', '25T08:00', '25T08:00'],
])('%s', (_, opened, closed) => {
  expect(closesAt(start, policy, at(opened))).toEqual(at(closed));
});

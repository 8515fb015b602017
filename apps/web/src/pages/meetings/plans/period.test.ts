import { firstDayOf, lastDayOf } from './period';

test.each([
  [{ year: 2027, month: null }, '2027-01-01', '2027-12-31'],
  [{ year: 2027, month: 4 }, '2027-04-01', '2027-04-30'],
  [{ year: 2028, month: 2 }, '2028-02-01', '2028-02-29'],
])('the plan of %j is from %s to %s', (period, first, last) => {
  expect([firstDayOf(period), lastDayOf(period)]).toEqual([first, last]);
});

import { seriesErrors } from '@diemcau/contracts/meetings/series-errors';
import { withinPlan } from './plan-period.js';

const year = { year: 2027, month: null };
const february = { year: 2028, month: 2 };
const times = (firstDay: string, fromDay: string | null = null, untilDay: string | null = null) => ({
  firstDay,
  fromDay,
  untilDay,
});

test.each([
  ['a year ends on its last day', year, times('2027-03-01'), [null, '2027-12-31']],
  ['a month too, in leap years as well', february, times('2028-02-01'), [null, '2028-02-29']],
  [
    'what is counted from before begins with the plan',
    year,
    times('2026-06-01'),
    ['2027-01-01', '2027-12-31'],
  ],
  ['what ends earlier still does', year, times('2027-01-01', null, '2027-05-31'), [null, '2027-05-31']],
  ['what begins later still does', year, times('2026-06-01', '2027-04-01'), ['2027-04-01', '2027-12-31']],
  ['the last day is within', year, times('2027-12-31'), [null, '2027-12-31']],
])('%s', (_, period, wanted, [fromDay, untilDay]) => {
  expect(withinPlan(wanted, period)).toEqual({ ...wanted, fromDay, untilDay });
});

test('a series outside of plans is not bounded', () => {
  expect(withinPlan(times('2027-03-01'), null)).toEqual(times('2027-03-01'));
});

test('a first day after the plan is refused', () => {
  expect(() => withinPlan(times('2028-03-01'), february)).toThrow(seriesErrors.afterPlan.code);
});

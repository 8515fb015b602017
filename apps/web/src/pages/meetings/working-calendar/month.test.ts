import { monthOf } from './month';

test('January 2028 begins on a Saturday and has six weeks', () => {
  const weeks = monthOf(2028, 1);
  expect(weeks).toHaveLength(6);
  expect(weeks[0]).toEqual([null, null, null, null, null, '2028-01-01', '2028-01-02']);
  expect(weeks[5]?.[0]).toBe('2028-01-31');
});

test('February has its 29th in leap years only', () => {
  const days = (year: number) => monthOf(year, 2).flat().filter(Boolean).length;
  expect([days(2027), days(2028), days(2100)]).toEqual([28, 29, 28]);
});

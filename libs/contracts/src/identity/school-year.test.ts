import { schoolYearAfter, schoolYearAt } from './school-year.js';

test.each([
  ['2026-09-05T00:00:00+07:00', '2026-2027'],
  ['2027-05-31T00:00:00+07:00', '2026-2027'],
  ['2027-06-30T23:59:59+07:00', '2026-2027'],
  ['2027-07-01T00:00:00+07:00', '2027-2028'],
  ['2027-01-01T00:00:00+07:00', '2026-2027'],
])('%s lies in the school year %s', (moment, year) => {
  expect(schoolYearAt(new Date(moment))).toBe(year);
});

test('school years follow each other', () => {
  expect(schoolYearAfter('2026-2027')).toBe('2027-2028');
});

import { nameNextYear, nextSchoolYear, schoolYearOf, schoolYearsAround } from './school-year';

test.each([
  ['2026-06-30', '2025-2026'],
  ['2026-07-01', '2026-2027'],
  ['2026-12-31', '2026-2027'],
])('%s is in %s', (day, year) => {
  expect(schoolYearOf(day)).toBe(year);
});

test('the year after follows', () => {
  expect(nextSchoolYear('2026-2027')).toBe('2027-2028');
  expect(schoolYearsAround('2026-11-22').slice(0, 3)).toEqual(['2027-2028', '2026-2027', '2025-2026']);
});

test.each([
  ['10A1', ['10A1', '11A1', '12A1'], '11A1'],
  ['12A1', ['10A1', '11A1', '12A1'], null],
  ['9A', ['6A', '9A'], null],
  ['9A', ['9A', '10A'], '10A'],
  ['Lớp 5B', ['Lớp 1A', 'Lớp 5B'], null],
  ['Lớp 4B', ['Lớp 4B', 'Lớp 5B'], 'Lớp 5B'],
  ['Ôn tập', ['Ôn tập'], 'Ôn tập'],
])('%s of %j becomes %p', (name, names, next) => {
  expect(nameNextYear(name, names)).toBe(next);
});

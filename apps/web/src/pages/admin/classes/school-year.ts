/** School years run from July to June: `2026-07-01` is in `2026-2027`. */
export function schoolYearOf(day: string): string {
  const year = Number(day.slice(0, 4));
  const first = Number(day.slice(5, 7)) >= 7 ? year : year - 1;
  return `${first}-${first + 1}`;
}

export function nextSchoolYear(schoolYear: string): string {
  const first = Number(schoolYear.slice(0, 4)) + 1;
  return `${first}-${first + 1}`;
}

/** The running one, the next and those before, the latest first; for choosing. */
export function schoolYearsAround(day: string): string[] {
  const first = Number(schoolYearOf(day).slice(0, 4)) + 1;
  return Array.from({ length: 7 }, (_, i) => `${first - i}-${first - i + 1}`);
}

const leading = /^(\D*)(\d{1,2})(?!\d)/;
/** The last grade of primary, lower and upper secondary schools. */
const lastGrades: ReadonlySet<number> = new Set([5, 9, 12]);

const gradeOf = (name: string): number | null => Number(leading.exec(name)?.[2] ?? 0) || null;

/** What a class is likely to be called next year: `9A1` → `10A1`; null for the school's last grade, which leaves. */
export function nameNextYear(name: string, names: readonly string[]): string | null {
  const grade = gradeOf(name);
  if (grade === null) return name;
  const highest = Math.max(...names.map((one) => gradeOf(one) ?? 0));
  if (grade === 12 || (grade === highest && lastGrades.has(grade))) return null;
  return name.replace(leading, (_, before: string) => `${before}${grade + 1}`);
}

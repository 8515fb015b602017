const inVietnam = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Ho_Chi_Minh' });

/** The month in which schools make the classes of the next year. */
const firstMonth = 7;

/** `2026-2027`: the school year that a moment belongs to. It begins on 1 July, when the classes of the autumn are made. */
export function schoolYearAt(moment: Date): string {
  const [year, month] = inVietnam.format(moment).split('-').map(Number) as [number, number];
  const first = month < firstMonth ? year - 1 : year;
  return `${first}-${first + 1}`;
}

/** `2027-2028` after `2026-2027`. */
export function schoolYearAfter(schoolYear: string): string {
  const second = Number(schoolYear.slice(5));
  return `${second}-${second + 1}`;
}

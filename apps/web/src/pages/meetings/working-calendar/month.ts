const two = (n: number): string => String(n).padStart(2, '0');

/** The weeks of a month, Monday to Sunday; null before its first day and after its last. */
export function monthOf(year: number, month: number): (string | null)[][] {
  const length = new Date(Date.UTC(year, month, 0)).getUTCDate();
  const before = (new Date(Date.UTC(year, month - 1, 1)).getUTCDay() + 6) % 7;
  const cells = Array.from({ length: Math.ceil((before + length) / 7) * 7 }, (_, at) => {
    const date = at - before + 1;
    return date < 1 || date > length ? null : `${year}-${two(month)}-${two(date)}`;
  });
  return Array.from({ length: cells.length / 7 }, (_, week) => cells.slice(week * 7, week * 7 + 7));
}

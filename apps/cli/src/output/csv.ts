/** A spreadsheet program would run such a cell as a formula. */
const runs = /^[=+\-@\t\r]/;

function cellOf(value: unknown): string {
  const text = String(value ?? '');
  const safe = runs.test(text) && !/^[+-]?\d+([.,]\d+)?$/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** RFC 4180. */
export const csv = (titles: readonly string[], rows: readonly (readonly unknown[])[]): string =>
  [titles, ...rows].map((row) => row.map(cellOf).join(',')).join('\r\n');

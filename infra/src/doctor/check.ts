/** One finding: what was looked at, what was found, and how to mend it when it is not good. */
export interface Check {
  title: string;
  ok: boolean;
  found: string;
  /** What to do; only where `ok` is false. */
  mend?: string;
}

export function render(checks: Check[]): string {
  const width = Math.max(...checks.map(({ title }) => title.length));
  return checks
    .flatMap(({ title, ok, found, mend }) => [
      `  ${ok ? '✓' : '✗'} ${title.padEnd(width)}  ${found}`,
      ...(ok || !mend ? [] : [`    → ${mend}`]),
    ])
    .join('\n');
}

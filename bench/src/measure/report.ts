/** One figure with what was promised of it. */
export interface Figure {
  /** What the figure is, for people. */
  readonly what: string;
  readonly value: number;
  readonly wanted: { readonly atLeast: number } | { readonly atMost: number };
}

const text = (cell: string | number): string => (typeof cell === 'number' ? readable(cell) : cell);

/** Three digits are enough to compare. */
export function readable(value: number): string {
  if (Number.isInteger(value) || Math.abs(value) >= 1000) return Math.round(value).toLocaleString('en');
  return value.toPrecision(3);
}

/** First column left, the others right. */
export function table(head: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const cells = [head, ...rows.map((row) => row.map(text))];
  const widths = head.map((_, column) => Math.max(...cells.map((row) => row[column]?.length ?? 0)));
  const line = (row: readonly string[]): string =>
    widths
      .map((width, i) => (i === 0 ? (row[i] ?? '').padEnd(width) : (row[i] ?? '').padStart(width)))
      .join('  ');
  const rule = widths.map((width) => '─'.repeat(width)).join('  ');
  return [line(head), rule, ...cells.slice(1).map(line)].join('\n');
}

/** `bench:sfu value=0.97 wanted>=0.95 PASS` */
export function verdict(bench: string, { value, wanted }: Figure): string {
  const [sign, limit, kept] =
    'atLeast' in wanted
      ? ['>=', wanted.atLeast, value >= wanted.atLeast]
      : ['<=', wanted.atMost, value <= wanted.atMost];
  return `bench:${bench} value=${Number(value.toPrecision(4))} wanted${sign}${limit} ${kept ? 'PASS' : 'SHORT'}`;
}

/** The figures for people, then one verdict a line in the same order; nothing comes after them. */
export function printFigures(bench: string, figures: readonly Figure[]): void {
  console.log(`\n${figures.map(({ what }, i) => `${i + 1}. ${what}`).join('\n')}`);
  console.log(figures.map((figure) => verdict(bench, figure)).join('\n'));
}

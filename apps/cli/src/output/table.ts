/** Combining marks and such take no place of their own; letters of East Asia take two, and are not met here. */
const widthOf = (text: string): number => [...text.normalize('NFC').replace(/[\p{M}\p{Cf}]/gu, '')].length;

/** What a terminal would obey instead of showing. */
const shown = (value: unknown): string =>
  String(value ?? '')
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]/gu, ' ')
    .trim();

/** Columns as wide as their widest cell; the last one is not filled up. */
export function table(titles: readonly string[], rows: readonly (readonly unknown[])[]): string {
  const lines = [titles, ...rows].map((row) => row.map(shown));
  const widths = titles.map((_, column) => Math.max(...lines.map((line) => widthOf(line[column] ?? ''))));
  return lines
    .map((line) => line.map((cell, i) => cell + ' '.repeat((widths[i] ?? 0) - widthOf(cell))))
    .map((cells) => cells.join('  ').trimEnd())
    .join('\n');
}

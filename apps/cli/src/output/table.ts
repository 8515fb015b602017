/** Combining marks and such take no place of their own; letters of East Asia take two, and are not met here. */
const widthOf = (text: string): number => [...text.normalize('NFC').replace(/[\p{M}\p{Cf}]/gu, '')].length;

const isInstant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?Z$/;
const inVietnam = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Asia/Ho_Chi_Minh',
  dateStyle: 'short',
  timeStyle: 'short',
});

/** A time as the clock on the wall has it; scripts get it as the server says it. */
const told = (value: unknown): string => {
  const text = String(value ?? '');
  return isInstant.test(text) ? inVietnam.format(new Date(text)) : text;
};

/** What a terminal would obey instead of showing. */
const shown = (value: unknown): string =>
  told(value)
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

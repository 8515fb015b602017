import { Readable } from 'node:stream';

/** A spreadsheet program would run such a cell as a formula; `readRows` takes the apostrophe off again. */
const likeFormula = /^[=+\-@\t\r]/;

function cellOf(text: string): string {
  const safe = likeFormula.test(text) ? `'${text}` : text;
  return /[",;\t\r\n]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

export const csvLine = (row: readonly string[]): string => `${row.map(cellOf).join(',')}\r\n`;

/** RFC 4180 in UTF-8 with the mark by which Excel knows it. */
export function csvOf(rows: AsyncIterable<readonly string[]> | Iterable<readonly string[]>): Readable {
  return Readable.from(linesOf(rows), { objectMode: false });
}

async function* linesOf(
  rows: AsyncIterable<readonly string[]> | Iterable<readonly string[]>,
): AsyncGenerator<Buffer> {
  let text = '\uFEFF';
  for await (const row of rows) {
    text += csvLine(row);
    if (text.length > 32_768) {
      yield Buffer.from(text);
      text = '';
    }
  }
  yield Buffer.from(text);
}

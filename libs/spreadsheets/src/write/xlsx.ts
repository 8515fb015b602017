import { Readable } from 'node:stream';
import { ZipFile } from 'yazl';
import {
  contentTypesXml,
  escaped,
  type MarginsMm,
  rootRelsXml,
  sheetEnd,
  sheetStart,
  stylesXml,
  workbookRelsXml,
  workbookXml,
} from './xlsx-parts.js';
import { type Look, looks } from './xlsx-looks.js';

/** A cell, always text; with a look other than the usual one. */
export type Cell =
  | string
  | {
      readonly text: string;
      readonly look: Look;
      /** How many columns it stands across; the cells it covers are not given. */
      readonly across?: number;
      /** How many lines high its row is at least. */
      readonly lines?: number;
    };

export interface SheetToWrite {
  /** At most 31 characters. */
  readonly name: string;
  /** Of the columns, in characters. */
  readonly widths?: readonly number[];
  /** Rows at the top that stay in sight. */
  readonly frozenRows?: number;
  /** Printed on A4 with these margins, as wide as the page, the frozen rows on every page. */
  readonly printed?: MarginsMm;
  readonly rows: AsyncIterable<readonly Cell[]> | Iterable<readonly Cell[]>;
}

/** An .xlsx workbook, made while it is read: memory does not grow with its rows. Fails when the rows fail. */
export function xlsxOf(sheets: readonly SheetToWrite[]): Readable {
  const zip = new ZipFile();
  const add = (name: string, text: string): void => zip.addBuffer(Buffer.from(text), name);
  add('[Content_Types].xml', contentTypesXml(sheets.length));
  add('_rels/.rels', rootRelsXml);
  const titles = sheets.map(({ printed, frozenRows = 0 }) => (printed ? frozenRows : 0));
  add(
    'xl/workbook.xml',
    workbookXml(
      sheets.map(({ name }) => name),
      titles,
    ),
  );
  add('xl/_rels/workbook.xml.rels', workbookRelsXml(sheets.length));
  add('xl/styles.xml', stylesXml);
  const output = Readable.from(zip.outputStream as AsyncIterable<Buffer>, { objectMode: false });
  zip.on('error', (error: Error) => output.destroy(error));
  for (const [i, sheet] of sheets.entries()) {
    zip.addReadStreamLazy(`xl/worksheets/sheet${i + 1}.xml`, (give) => {
      const xml = Readable.from(sheetXml(sheet), { objectMode: false });
      xml.on('error', (error) => output.destroy(error));
      give(null, xml);
    });
  }
  zip.end();
  return output;
}

async function* sheetXml({
  widths = [],
  frozenRows = 0,
  rows,
  printed,
}: SheetToWrite): AsyncGenerator<Buffer> {
  let xml = sheetStart(widths, frozenRows, printed !== undefined);
  const merged: string[] = [];
  let count = 0;
  for await (const row of rows) {
    count += 1;
    xml += rowXml(row);
    merged.push(...mergedIn(row, count));
    if (xml.length > 32_768) {
      yield Buffer.from(xml);
      xml = '';
    }
  }
  yield Buffer.from(xml + sheetEnd(merged, printed));
}

/** Of Times New Roman 11 to 14. */
const lineHeightPt = 18;

function rowXml(row: readonly Cell[]): string {
  const lines = Math.max(0, ...row.map((cell) => (typeof cell === 'string' ? 0 : (cell.lines ?? 0))));
  const height = lines > 0 ? ` ht="${lines * lineHeightPt}" customHeight="1"` : '';
  return `<row${height}>${row.map(cellXml).join('')}</row>`;
}

function cellXml(cell: Cell): string {
  const { text, look, across = 1 } = typeof cell === 'string' ? { text: cell, look: 'text' as const } : cell;
  const style = looks.indexOf(look);
  const covered = `<c s="${style}"/>`.repeat(across - 1);
  if (text === '') return `<c s="${style}"/>${covered}`;
  return `<c s="${style}" t="inlineStr"><is><t xml:space="preserve">${escaped(text)}</t></is></c>${covered}`;
}

/** «A3:C3»: sheets with cells across have fewer than 26 columns. */
function mergedIn(row: readonly Cell[], n: number): string[] {
  let column = 0;
  const letter = (at: number): string => String.fromCodePoint(65 + at);
  return row.flatMap((cell) => {
    const across = typeof cell === 'string' ? 1 : (cell.across ?? 1);
    const from = column;
    column += across;
    return across > 1 ? [`${letter(from)}${n}:${letter(column - 1)}${n}`] : [];
  });
}

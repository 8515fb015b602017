import { Readable } from 'node:stream';
import { ZipFile } from 'yazl';
import {
  contentTypesXml,
  escaped,
  type Look,
  looks,
  rootRelsXml,
  sheetEnd,
  sheetStart,
  stylesXml,
  workbookRelsXml,
  workbookXml,
} from './xlsx-parts.js';

/** A cell, always text; with a look other than the usual one. */
export type Cell = string | { readonly text: string; readonly look: Look };

export interface SheetToWrite {
  /** At most 31 characters. */
  readonly name: string;
  /** Of the columns, in characters. */
  readonly widths?: readonly number[];
  /** Rows at the top that stay in sight. */
  readonly frozenRows?: number;
  readonly rows: AsyncIterable<readonly Cell[]> | Iterable<readonly Cell[]>;
}

/** An .xlsx workbook, made while it is read: memory does not grow with its rows. Fails when the rows fail. */
export function xlsxOf(sheets: readonly SheetToWrite[]): Readable {
  const zip = new ZipFile();
  const add = (name: string, text: string): void => zip.addBuffer(Buffer.from(text), name);
  add('[Content_Types].xml', contentTypesXml(sheets.length));
  add('_rels/.rels', rootRelsXml);
  add('xl/workbook.xml', workbookXml(sheets.map(({ name }) => name)));
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

async function* sheetXml({ widths = [], frozenRows = 0, rows }: SheetToWrite): AsyncGenerator<Buffer> {
  let xml = sheetStart(widths, frozenRows);
  for await (const row of rows) {
    xml += rowXml(row);
    if (xml.length > 32_768) {
      yield Buffer.from(xml);
      xml = '';
    }
  }
  yield Buffer.from(xml + sheetEnd);
}

function rowXml(row: readonly Cell[]): string {
  const cells = row.map((cell) => {
    const { text, look } = typeof cell === 'string' ? { text: cell, look: 'text' as const } : cell;
    const style = looks.indexOf(look);
    if (text === '') return `<c s="${style}"/>`;
    return `<c s="${style}" t="inlineStr"><is><t xml:space="preserve">${escaped(text)}</t></is></c>`;
  });
  return `<row>${cells.join('')}</row>`;
}

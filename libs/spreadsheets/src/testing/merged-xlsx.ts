import { rawXlsx, sheetOf } from './raw-xlsx.js';

const escaped = (text: string): string =>
  text.replace(/[&<>]/g, (sign) => `&#${String(sign.codePointAt(0))};`);

const cellOf = (text: string, row: number, column: number): string =>
  `<c r="${String.fromCharCode(65 + column)}${row}"${text === '' ? '/>' : ` t="inlineStr"><is><t>${escaped(text)}</t></is></c>`}`;

/** A sheet of at most 26 columns with merged cells (`C1:D1`), whose text stands in the first of them, as Excel writes it. */
export function mergedXlsx(rows: readonly (readonly string[])[], merges: readonly string[]): Promise<Buffer> {
  const rowsXml = rows
    .map((cells, i) => `<row r="${i + 1}">${cells.map((text, at) => cellOf(text, i + 1, at)).join('')}</row>`)
    .join('');
  const mergesXml = `<mergeCells count="${merges.length}">${merges.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells>`;
  const sheet = sheetOf(rowsXml).replace('</sheetData>', `</sheetData>${mergesXml}`);
  return rawXlsx({ 'xl/worksheets/sheet1.xml': sheet });
}

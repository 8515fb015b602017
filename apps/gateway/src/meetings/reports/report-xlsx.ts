import { type Cell, xlsxOf } from '@diemcau/spreadsheets/write/xlsx';
import type { Readable } from 'node:stream';
import { kind, motto, nation, type Paper } from './paper.js';

/** The report as a workbook: its words and figures on one sheet, in the order of the paper. */
export function reportXlsx(paper: Paper): Readable {
  return xlsxOf([{ name: 'Báo cáo', widths: [46, 60, 34], rows: rowsOf(paper) }]);
}

const bold = (text: string): Cell => ({ text, look: 'header' });

function* rowsOf(paper: Paper): Generator<readonly Cell[]> {
  yield [(paper.parent ?? '').toLocaleUpperCase('vi'), '', nation];
  yield [paper.unit.toLocaleUpperCase('vi'), '', motto];
  yield [paper.number, '', paper.placeAndDay];
  yield [];
  yield [bold(`${kind} · ${paper.subject}`)];
  for (const { title, paragraphs, table } of paper.sections) {
    yield [];
    yield [bold(title)];
    for (const text of paragraphs) yield [text];
    if (!table) continue;
    yield table.header.map(bold);
    yield* table.rows;
  }
  yield [];
  yield ['Nơi nhận:', '', bold(paper.signerTitle)];
  for (const one of [...paper.recipients.map((name) => `- ${name};`), '- Lưu: VT.']) yield [one];
  yield ['', '', paper.signerName];
}

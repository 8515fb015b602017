import { setImmediate as breathe } from 'node:timers/promises';
import { alignOf, points, tableShares } from './layout.js';
import type { PaperTable } from './paper.js';
import { bottom, type Font, inner, page, room } from './pdf-page.js';

const widths = tableShares.map((share) => share * inner);
const padding = 5;

/** Its header stands again on every page; no row is torn between two. */
export async function pdfTable(document: PDFKit.PDFDocument, table: PaperTable): Promise<void> {
  const rows = table.rows;
  const first = heightOf(document, rows[0] ?? [], 'regular');
  room(document, heightOf(document, table.header, 'bold') + first);
  drawHeader(document, table);
  for (const [i, row] of rows.entries()) {
    const height = heightOf(document, row, 'regular');
    if (document.y + height > bottom) {
      document.addPage();
      drawHeader(document, table);
    }
    drawRow(document, row, height, 'regular', (column) => alignOf(column, table));
    // A thousand units must not hold up everybody else's requests.
    if (i % 10 === 9) await breathe();
  }
  document.y += 6;
}

function drawHeader(document: PDFKit.PDFDocument, { header }: PaperTable): void {
  drawRow(document, header, heightOf(document, header, 'bold'), 'bold', () => 'center');
}

function heightOf(document: PDFKit.PDFDocument, cells: readonly string[], font: Font): number {
  document.font(font).fontSize(points.cell);
  const heights = cells.map((text, i) =>
    document.heightOfString(text, { width: (widths[i] ?? 0) - 2 * padding }),
  );
  return Math.max(0, ...heights) + 6;
}

function drawRow(
  document: PDFKit.PDFDocument,
  cells: readonly string[],
  height: number,
  font: Font,
  align: (column: number) => 'left' | 'center' | 'right',
): void {
  const y = document.y;
  let x: number = page.left;
  for (const [i, text] of cells.entries()) {
    const width = widths[i] ?? 0;
    const inside = { width: width - 2 * padding, align: align(i) };
    document.rect(x, y, width, height).lineWidth(0.5).stroke();
    document.font(font).fontSize(points.cell);
    const above = (height - document.heightOfString(text, inside)) / 2;
    document.text(text, x + padding, y + above, inside);
    x += width;
  }
  document.y = y + height;
}

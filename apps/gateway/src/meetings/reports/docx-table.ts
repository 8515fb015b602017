import { Paragraph, Table, TableCell, TableLayoutType, TableRow, VerticalAlign, WidthType } from 'docx';
import { innerTwips, run } from './docx-parts.js';
import { alignOf, points, tableShares } from './layout.js';
import type { PaperTable } from './paper.js';

/** Its header stands again on every page; no row is torn between two. */
export function docxTable(table: PaperTable): Table {
  const widths = tableShares.map((share) => Math.floor(share * innerTwips));
  return new Table({
    layout: TableLayoutType.FIXED,
    columnWidths: widths,
    width: { size: innerTwips, type: WidthType.DXA },
    rows: [rowOf(table, table.header, true), ...table.rows.map((cells) => rowOf(table, cells, false))],
  });
}

function rowOf(table: PaperTable, cells: readonly string[], isHeader: boolean): TableRow {
  return new TableRow({
    tableHeader: isHeader,
    cantSplit: true,
    children: cells.map(
      (text, i) =>
        new TableCell({
          margins: { left: 80, right: 80, top: 40, bottom: 40 },
          verticalAlign: VerticalAlign.CENTER,
          children: [
            new Paragraph({
              alignment: isHeader ? 'center' : alignOf(i, table),
              keepNext: isHeader,
              children: [run(text, { bold: isHeader, size: points.cell })],
            }),
          ],
        }),
    ),
  });
}

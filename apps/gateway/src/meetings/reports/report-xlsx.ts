import { type Cell, type SheetToWrite, xlsxOf } from '@diemcau/spreadsheets/write/xlsx';
import type { Readable } from 'node:stream';
import { alignOf, headingOf, pageMm, recipientLines } from './layout.js';
import { kind, motto, nation, type Paper, type PaperSection, type PaperTable } from './paper.js';

/** In characters: number, name, figures; the nation's name stands above the last. */
const widths = [7, 46, 50];
const whole = widths.length;
const charactersAcross = 92;
/** A longer table has a sheet of its own, whose header stays in sight and is printed on every page. */
const mostRows = 40;

/** The report as a workbook: its words and figures on one sheet in the order of the paper, long tables on their own. */
export function reportXlsx(paper: Paper): Readable {
  const own = paper.sections.flatMap((section, n) => (isLong(section) ? [sheetOf(section, n)] : []));
  return xlsxOf([{ name: 'Báo cáo', widths, printed: pageMm, rows: rowsOf(paper) }, ...own]);
}

const isLong = (section: PaperSection): section is PaperSection & { table: PaperTable } =>
  (section.table?.rows.length ?? 0) > mostRows;
const sheetName = (n: number): string => `Biểu ${n + 1}`;
const sheetOf = ({ table }: PaperSection & { table: PaperTable }, n: number): SheetToWrite => ({
  name: sheetName(n),
  widths,
  frozenRows: 1,
  printed: pageMm,
  rows: tableRows(table),
});

const linesOf = (text: string, width: number): number => Math.max(1, Math.ceil(text.length / width));
const across = (text: string, look: Exclude<Cell, string>['look']): Cell[] => [
  { text, look, across: whole, lines: linesOf(text, charactersAcross) },
];
/** The left half stands over the first two columns. */
const halves = (left: Cell, right: Cell): Cell[] => [left, right];
const left = (text: string, look: Exclude<Cell, string>['look']): Cell => ({
  text,
  look,
  across: 2,
  lines: linesOf(text, 40),
});

function* rowsOf(paper: Paper): Generator<readonly Cell[]> {
  const unit = left(paper.unit.toLocaleUpperCase('vi'), 'paperHead');
  const nationCell: Cell = { text: nation, look: 'paperHead' };
  const mottoCell: Cell = { text: motto, look: 'paperMotto' };
  if (paper.parent === null) {
    yield halves(unit, nationCell);
    yield halves(left('', 'paperHead'), mottoCell);
  } else {
    yield halves(left(paper.parent.toLocaleUpperCase('vi'), 'paperAbove'), nationCell);
    yield halves(unit, mottoCell);
  }
  yield halves(left(paper.number, 'paperMiddle'), { text: paper.placeAndDay, look: 'paperDay' });
  yield [];
  yield across(kind, 'paperTitle');
  yield across(paper.subject, 'paperTitle');
  for (const [n, section] of paper.sections.entries()) {
    yield [];
    yield across(headingOf(section.title, n), 'paperHeading');
    for (const text of section.paragraphs) yield across(text, 'paperWords');
    if (isLong(section)) yield across(`(Kèm theo bảng tại trang tính “${sheetName(n)}”)`, 'paperWords');
    else if (section.table) yield* tableRows(section.table);
  }
  yield [];
  yield* foot(paper);
}

function* tableRows(table: PaperTable): Generator<readonly Cell[]> {
  yield table.header.map((text) => ({ text, look: 'paperCellHead', lines: 1 }) as const);
  const look = { left: 'paperCellLeft', center: 'paperCellMiddle', right: 'paperCellRight' } as const;
  for (const cells of table.rows) {
    yield cells.map((text, i) => ({
      text,
      look: look[alignOf(i, table)],
      lines: linesOf(text, (widths[i] ?? whole) * 0.92),
    }));
  }
}

function* foot({ recipients, signerTitle, signerName }: Paper): Generator<readonly Cell[]> {
  const lines = recipientLines(recipients);
  // Room for the signature, and the name below it.
  const rows = ['', ...lines, ...Array.from({ length: Math.max(0, 4 - lines.length) }, () => '')];
  yield halves(left('Nơi nhận:', 'paperListTitle'), { text: signerTitle, look: 'paperTitle' });
  for (const line of rows.slice(1)) yield halves(left(line, 'paperList'), '');
  yield halves(left('', 'paperList'), { text: signerName, look: 'paperTitle' });
}

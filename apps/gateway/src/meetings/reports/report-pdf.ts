import { createRequire } from 'node:module';
import type { Readable } from 'node:stream';
import { setImmediate as breathe } from 'node:timers/promises';
// oxlint-disable-next-line import/no-named-as-default -- its types know no other
import PDFDocument from 'pdfkit';
import { kind, motto, nation, type Paper, type PaperSection } from './paper.js';

const { resolve } = createRequire(import.meta.url);
/** As wide as Times New Roman, letter by letter, and free. */
const font = (file: string): string => resolve(`@expo-google-fonts/tinos/${file}`);
const fonts = {
  regular: font('400Regular/Tinos_400Regular.ttf'),
  bold: font('700Bold/Tinos_700Bold.ttf'),
  italic: font('400Regular_Italic/Tinos_400Regular_Italic.ttf'),
  boldItalic: font('700Bold_Italic/Tinos_700Bold_Italic.ttf'),
};
type Font = keyof typeof fonts;

/** A4 in points, with the margins of decree 30: 20 mm above and below, 30 mm left, 15 mm right. */
const page = { width: 595.28, height: 841.89, left: 85, right: 42.5, top: 56.7, bottom: 56.7 };
const inner = page.width - page.left - page.right;
const bottom = page.height - page.bottom;
const roman = ['I', 'II', 'III', 'IV', 'V', 'VI'];

/** The report as it is printed and signed. */
export function reportPdf(paper: Paper): Readable {
  const document = new PDFDocument({
    size: 'A4',
    margins: { top: page.top, bottom: page.bottom, left: page.left, right: page.right },
    info: { Title: paper.subject },
    lang: 'vi',
  });
  for (const [name, source] of Object.entries(fonts)) document.registerFont(name, source);
  draw(document, paper).then(
    () => document.end(),
    (error: unknown) => document.destroy(error instanceof Error ? error : new Error(String(error))),
  );
  return document;
}

async function draw(document: PDFKit.PDFDocument, paper: Paper): Promise<void> {
  head(document, paper);
  for (const [i, section] of paper.sections.entries()) await drawSection(document, section, i);
  foot(document, paper);
}

interface Column {
  readonly x: number;
  readonly width: number;
}

/** Lines one below the other, in the middle of a column. @returns where they end */
function column(
  document: PDFKit.PDFDocument,
  lines: readonly (readonly [text: string, font: Font, size: number])[],
  { x, width }: Column,
  from: number,
): number {
  let y = from;
  for (const [text, name, size] of lines) {
    document.font(name).fontSize(size).text(text, x, y, { width, align: 'center' });
    y = document.y;
  }
  return y;
}

const rule = (document: PDFKit.PDFDocument, middle: number, y: number, width: number): void => {
  document
    .moveTo(middle - width / 2, y)
    .lineTo(middle + width / 2, y)
    .lineWidth(0.6)
    .stroke();
};

function head(document: PDFKit.PDFDocument, paper: Paper): void {
  const left = { x: page.left, width: inner * 0.42 };
  const right = { x: page.left + inner * 0.42, width: inner * 0.58 };
  const unit = paper.unit.toLocaleUpperCase('vi');
  const above =
    paper.parent === null ? [] : ([[paper.parent.toLocaleUpperCase('vi'), 'regular', 12]] as const);
  const leftEnd = column(document, [...above, [unit, 'bold', 12]], left, page.top);
  rule(document, left.x + left.width / 2, leftEnd + 3, 60);
  const mottoEnd = column(
    document,
    [
      [nation, 'bold', 11.5],
      [motto, 'bold', 13],
    ],
    right,
    page.top,
  );
  rule(document, right.x + right.width / 2, mottoEnd + 2, 165);
  const y = Math.max(leftEnd, mottoEnd) + 8;
  const numberEnd = column(document, [[paper.number, 'regular', 13]], left, y);
  const dayEnd = column(document, [[paper.placeAndDay, 'italic', 13]], right, y);
  const title = { x: page.left, width: inner };
  const end = column(
    document,
    [
      [kind, 'bold', 14],
      [paper.subject, 'bold', 14],
    ],
    title,
    Math.max(numberEnd, dayEnd) + 20,
  );
  document.y = end + 14;
}

function room(document: PDFKit.PDFDocument, height: number): void {
  if (document.y + height > bottom) document.addPage();
}

async function drawSection(
  document: PDFKit.PDFDocument,
  { title, paragraphs, table }: PaperSection,
  n: number,
): Promise<void> {
  room(document, 60);
  document
    .font('bold')
    .fontSize(14)
    .text(`${roman[n]}. ${title}`, page.left, document.y + 6, { width: inner });
  document.moveDown(0.3);
  for (const text of paragraphs) {
    document
      .font('regular')
      .fontSize(14)
      .text(text, page.left, document.y, { width: inner, align: 'justify', indent: 28, lineGap: 2 });
    document.moveDown(0.3);
  }
  if (table) await drawTable(document, table);
}

async function drawTable(
  document: PDFKit.PDFDocument,
  { header, rows }: NonNullable<PaperSection['table']>,
): Promise<void> {
  const widths = [0.08, 0.62, 0.3].map((share) => share * inner);
  const draw = (cells: readonly string[], name: Font): void => {
    document.font(name).fontSize(12);
    const heights = cells.map((text, i) => document.heightOfString(text, { width: (widths[i] ?? 0) - 10 }));
    const height = Math.max(...heights) + 8;
    room(document, height);
    const y = document.y;
    let x = page.left;
    for (const [i, text] of cells.entries()) {
      const width = widths[i] ?? 0;
      document.rect(x, y, width, height).lineWidth(0.5).stroke();
      const align = name === 'bold' || i === 0 ? 'center' : i === 2 ? 'right' : 'left';
      document
        .font(name)
        .fontSize(12)
        .text(text, x + 5, y + 4, { width: width - 10, align });
      x += width;
    }
    document.y = y + height;
  };
  draw(header, 'bold');
  for (const [i, row] of rows.entries()) {
    draw(row, 'regular');
    // A thousand units must not hold up everybody else's requests.
    if (i % 10 === 9) await breathe();
  }
  document.y += 6;
}

function foot(document: PDFKit.PDFDocument, { recipients, signerTitle, signerName }: Paper): void {
  const lines = [...recipients.map((one) => `- ${one};`), '- Lưu: VT.'];
  room(document, Math.max(130, 30 + lines.length * 14));
  const from = document.y + 16;
  document
    .font('boldItalic')
    .fontSize(12)
    .text('Nơi nhận:', page.left, from, { width: inner / 2 });
  for (const line of lines)
    document
      .font('regular')
      .fontSize(11)
      .text(line, { width: inner / 2 });
  const right = { x: page.left + inner / 2, width: inner / 2 };
  const end = column(document, [[signerTitle, 'bold', 14]], right, from);
  column(document, [[signerName, 'bold', 14]], right, end + 64);
}

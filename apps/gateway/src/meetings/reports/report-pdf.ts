import type { Readable } from 'node:stream';
// oxlint-disable-next-line import/no-named-as-default -- its types know no other
import PDFDocument from 'pdfkit';
import { headingOf, headShares, lineShare, points, recipientLines } from './layout.js';
import { kind, motto, nation, type Paper, type PaperSection } from './paper.js';
import { column, fonts, inner, type Line, numberPages, page, room, rule } from './pdf-page.js';
import { pdfTable } from './pdf-table.js';

/** The report as it is printed and signed. */
export function reportPdf(paper: Paper): Readable {
  const document = new PDFDocument({
    size: [page.width, page.height],
    margins: { top: page.top, bottom: page.bottom, left: page.left, right: page.right },
    info: { Title: paper.subject, Author: paper.unit },
    lang: 'vi',
    bufferPages: true,
  });
  for (const [name, source] of Object.entries(fonts)) document.registerFont(name, source);
  draw(document, paper).then(
    () => document.end(),
    (error: unknown) => document.destroy(error instanceof Error ? error : new Error(String(error))),
  );
  return document;
}

async function draw(document: PDFKit.PDFDocument, paper: Paper): Promise<void> {
  document.y = title(document, paper, head(document, paper));
  for (const [i, section] of paper.sections.entries()) await drawSection(document, section, i);
  foot(document, paper);
  numberPages(document);
}

/** The number and the day stand on one line, however long the unit's name is. @returns where it ends */
function head(document: PDFKit.PDFDocument, paper: Paper): number {
  const left = { x: page.left, width: inner * headShares[0] };
  const right = { x: page.left + left.width, width: inner * headShares[1] };
  const unit: Line = [paper.unit.toLocaleUpperCase('vi'), 'bold', points.nation];
  const above: Line[] =
    paper.parent === null ? [] : [[paper.parent.toLocaleUpperCase('vi'), 'regular', points.nation]];
  const leftEnd = column(document, [...above, unit], left, page.top);
  rule(document, unit, left, leftEnd + 3, lineShare);
  const mottoLine: Line = [motto, 'bold', points.motto];
  const mottoEnd = column(document, [[nation, 'bold', points.nation], mottoLine], right, page.top);
  rule(document, mottoLine, right, mottoEnd + 2, 1);
  const y = Math.max(leftEnd, mottoEnd) + 8;
  return Math.max(
    column(document, [[paper.number, 'regular', points.number]], left, y),
    column(document, [[paper.placeAndDay, 'italic', points.number]], right, y),
  );
}

function title(document: PDFKit.PDFDocument, { subject }: Paper, from: number): number {
  const whole = { x: page.left, width: inner };
  const subjectLine: Line = [subject, 'bold', points.body];
  const end = column(document, [[kind, 'bold', points.body], subjectLine], whole, from + 20);
  rule(document, subjectLine, whole, end + 3, lineShare);
  return end + 14;
}

async function drawSection(
  document: PDFKit.PDFDocument,
  { title: name, paragraphs, table }: PaperSection,
  n: number,
): Promise<void> {
  // With two lines of what follows.
  room(document, 60);
  document
    .font('bold')
    .fontSize(points.body)
    .text(headingOf(name, n), page.left, document.y + 6, { width: inner });
  document.moveDown(0.3);
  for (const text of paragraphs) {
    document
      .font('regular')
      .fontSize(points.body)
      .text(text, page.left, document.y, { width: inner, align: 'justify', indent: 28.4, lineGap: 2 });
    document.moveDown(0.4);
  }
  if (table) await pdfTable(document, table);
}

/** Addressees and signature stand together on one page. */
function foot(document: PDFKit.PDFDocument, { recipients, signerTitle, signerName }: Paper): void {
  const lines = recipientLines(recipients);
  const width = inner / 2 - 6;
  document.font('regular').fontSize(points.recipient);
  const listed = lines.reduce((sum, line) => sum + document.heightOfString(line, { width }), 0);
  room(document, Math.max(150, 36 + listed));
  const from = document.y + 16;
  document.font('boldItalic').fontSize(points.recipientsTitle).text('Nơi nhận:', page.left, from, { width });
  for (const line of lines) document.font('regular').fontSize(points.recipient).text(line, { width });
  const right = { x: page.left + inner / 2, width: inner / 2 };
  const end = column(document, [[signerTitle, 'bold', points.body]], right, from);
  column(document, [[signerName, 'bold', points.body]], right, end + 64);
}

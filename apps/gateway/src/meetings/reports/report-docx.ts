import { convertMillimetersToTwip, Document, Header, Packer, PageNumber, Paragraph, TextRun } from 'docx';
import { headingOf, pageMm, pageNumberMm, points } from './layout.js';
import { centred, firstLine, foot, head, run, ruled } from './docx-parts.js';
import { docxTable } from './docx-table.js';
import { kind, type Paper, type PaperSection } from './paper.js';
import type { Table } from 'docx';

/** A twentieth of a point more, lest a margin be rounded to less than the decree asks for. */
const twips = (mm: number): number => convertMillimetersToTwip(mm) + 1;
const margin = {
  top: twips(pageMm.top),
  bottom: twips(pageMm.bottom),
  left: twips(pageMm.left),
  right: twips(pageMm.right),
  header: twips(pageNumberMm),
};
const size = { width: 11_906, height: 16_838 };

/** The report as Word has it, to be signed or edited. */
export async function reportDocx(paper: Paper): Promise<Buffer> {
  const document = new Document({
    creator: paper.unit,
    title: paper.subject,
    styles: {
      default: {
        document: { run: { font: 'Times New Roman', size: points.body * 2, language: { value: 'vi-VN' } } },
      },
    },
    sections: [
      {
        properties: { titlePage: true, page: { size, margin } },
        headers: { first: new Header({ children: [new Paragraph({})] }), default: pageNumber() },
        children: [
          head(paper),
          centred('', { size: points.body }),
          centred(kind, { bold: true, size: points.body }),
          centred(paper.subject, { bold: true, size: points.body }),
          ruled(paper.subject, points.body, 1, 240),
          ...paper.sections.flatMap(sectionOf),
          new Paragraph({ children: [] }),
          foot(paper),
        ],
      },
    ],
  });
  return Packer.toBuffer(document);
}

const pageNumber = (): Header =>
  new Header({
    children: [
      new Paragraph({
        alignment: 'center',
        children: [new TextRun({ children: [PageNumber.CURRENT], size: points.body * 2 })],
      }),
    ],
  });

function sectionOf({ title, paragraphs, table }: PaperSection, n: number): (Paragraph | Table)[] {
  const heading = new Paragraph({
    spacing: { before: 240, after: 120 },
    keepNext: true,
    children: [run(headingOf(title, n), { bold: true })],
  });
  const words = paragraphs.map(
    (text) =>
      new Paragraph({
        alignment: 'both',
        indent: { firstLine },
        spacing: { after: 120 },
        // Words that lead to a table stand with it.
        keepNext: table !== undefined,
        children: [run(text)],
      }),
  );
  return [heading, ...words, ...(table ? [docxTable(table)] : [])];
}

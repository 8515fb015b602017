import {
  AlignmentType,
  BorderStyle,
  Document,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import { kind, motto, nation, type Paper, type PaperSection } from './paper.js';

/** Half points: decree 30 asks for 13–14 point Times New Roman. */
const size = { small: 22, usual: 26, body: 28 };
const none = { style: BorderStyle.NONE, size: 0, color: 'auto' };
const borderless = { top: none, bottom: none, left: none, right: none };
/** Margins of decree 30 in twentieths of a point: 20 mm above and below, 30 mm left, 15 mm right. */
const margin = { top: 1134, bottom: 1134, left: 1701, right: 850 };
const roman = ['I', 'II', 'III', 'IV', 'V', 'VI'];

type Look = Partial<{ bold: boolean; italics: boolean; size: number }>;
const run = (text: string, look: Look = {}): TextRun => new TextRun({ text, size: size.usual, ...look });
const centred = (text: string, look: Look = {}, after = 0): Paragraph =>
  new Paragraph({ alignment: AlignmentType.CENTER, spacing: { after }, children: [run(text, look)] });

/** The report as Word has it, to be signed or edited. */
export async function reportDocx(paper: Paper): Promise<Buffer> {
  const document = new Document({
    creator: paper.unit,
    title: paper.subject,
    styles: { default: { document: { run: { font: 'Times New Roman', size: size.body } } } },
    sections: [
      {
        properties: { page: { size: { width: 11_906, height: 16_838 }, margin } },
        children: [
          head(paper),
          centred('', {}, 120),
          centred(kind, { bold: true, size: size.body }),
          centred(paper.subject, { bold: true, size: size.body }, 240),
          ...paper.sections.flatMap(sectionOf),
          new Paragraph({ children: [] }),
          foot(paper),
        ],
      },
    ],
  });
  return Packer.toBuffer(document);
}

const sides = (left: Paragraph[], right: Paragraph[], widths: [number, number]): Table =>
  new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    borders: { ...borderless, insideHorizontal: none, insideVertical: none },
    rows: [
      new TableRow({
        children: [left, right].map(
          (children, i) =>
            new TableCell({
              children,
              borders: borderless,
              width: { size: widths[i] ?? 50, type: WidthType.PERCENTAGE },
            }),
        ),
      }),
    ],
  });

const head = ({ parent, unit, number, placeAndDay }: Paper): Table =>
  sides(
    [
      ...(parent === null ? [] : [centred(parent.toLocaleUpperCase('vi'))]),
      centred(unit.toLocaleUpperCase('vi'), { bold: true }),
      centred('_______'),
      centred(number),
    ],
    [
      centred(nation, { bold: true }),
      centred(motto, { bold: true }),
      centred('_______________________'),
      centred(placeAndDay, { italics: true }),
    ],
    [42, 58],
  );

const foot = ({ recipients, signerTitle, signerName }: Paper): Table =>
  sides(
    [
      new Paragraph({ children: [run('Nơi nhận:', { bold: true, italics: true, size: 24 })] }),
      ...[...recipients.map((one) => `- ${one};`), '- Lưu: VT.'].map(
        (line) => new Paragraph({ children: [run(line, { size: size.small })] }),
      ),
    ],
    [centred(signerTitle, { bold: true }, 1400), centred(signerName, { bold: true })],
    [50, 50],
  );

function sectionOf({ title, paragraphs, table }: PaperSection, n: number): (Paragraph | Table)[] {
  const heading = new Paragraph({
    spacing: { before: 240, after: 120 },
    keepNext: true,
    children: [run(`${roman[n]}. ${title}`, { bold: true, size: size.body })],
  });
  const words = paragraphs.map(
    (text) =>
      new Paragraph({
        alignment: AlignmentType.JUSTIFIED,
        indent: { firstLine: 567 },
        spacing: { after: 120 },
        children: [run(text, { size: size.body })],
      }),
  );
  return [heading, ...words, ...(table ? [tableOf(table)] : [])];
}

function tableOf({ header, rows }: NonNullable<PaperSection['table']>): Table {
  const widths = [8, 62, 30];
  const row = (cells: readonly string[], bold: boolean): TableRow =>
    new TableRow({
      tableHeader: bold,
      cantSplit: true,
      children: cells.map(
        (text, i) =>
          new TableCell({
            width: { size: widths[i] ?? 20, type: WidthType.PERCENTAGE },
            margins: { left: 80, right: 80, top: 40, bottom: 40 },
            children: [
              new Paragraph({
                alignment:
                  i === 1 && !bold
                    ? AlignmentType.LEFT
                    : i === 2 && !bold
                      ? AlignmentType.RIGHT
                      : AlignmentType.CENTER,
                children: [run(text, { bold })],
              }),
            ],
          }),
      ),
    });
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: [row(header, true), ...rows.map((cells) => row(cells, false))],
  });
}

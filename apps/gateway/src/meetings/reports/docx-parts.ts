import {
  BorderStyle,
  convertMillimetersToTwip,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import { headShares, innerMm, lineShare, points, recipientLines } from './layout.js';
import { motto, nation, type Paper } from './paper.js';

export const innerTwips = convertMillimetersToTwip(innerMm) - 2;
/** 1 cm. */
export const firstLine = 567;
const none = { style: BorderStyle.NONE, size: 0, color: 'auto' };
const borderless = { top: none, bottom: none, left: none, right: none };
const noMargins = { left: 0, right: 0, top: 0, bottom: 0 };

type Look = Partial<{ bold: boolean; italics: boolean; size: number }>;
/** @param size in points */
export const run = (text: string, { size = points.body, ...look }: Look = {}): TextRun =>
  new TextRun({ text, size: size * 2, ...look });
export const centred = (text: string, look: Look = {}, after = 0): Paragraph =>
  new Paragraph({ alignment: 'center', spacing: { after }, children: [run(text, look)] });

/** Bold capitals are about seven tenths as wide as they are high, other letters less than half. In twips. */
function widthOf(text: string, size: number): number {
  const capitals = text.match(/\p{Lu}/gu)?.length ?? 0;
  return (capitals * 0.72 + (text.length - capitals) * 0.46) * size * 20;
}

/**
 * The line below words in the middle: the upper border of a paragraph of next to no height.
 * @param share of the page's inner width that the column has
 */
export function ruled(
  text: string,
  size: number,
  share: number,
  after = 0,
  part: number = lineShare,
): Paragraph {
  const column = share * innerTwips;
  const side = Math.round((column - Math.min(widthOf(text, size), column) * part) / 2);
  return new Paragraph({
    border: { top: { style: BorderStyle.SINGLE, size: 6, color: '000000', space: 1 } },
    indent: { left: side, right: side },
    spacing: { before: 60, after, line: 60, lineRule: 'exact' },
    children: [],
  });
}

function sides(rows: readonly (readonly [Paragraph[], Paragraph[]])[], shares: readonly number[]): Table {
  const widths = shares.map((share) => Math.floor(share * innerTwips));
  return new Table({
    layout: TableLayoutType.FIXED,
    columnWidths: widths,
    width: { size: innerTwips, type: WidthType.DXA },
    borders: { ...borderless, insideHorizontal: none, insideVertical: none },
    rows: rows.map(
      (cells) =>
        new TableRow({
          cantSplit: true,
          children: cells.map(
            (children) => new TableCell({ children, borders: borderless, margins: noMargins }),
          ),
        }),
    ),
  });
}

/** The number and the day stand on one line, however long the unit's name is. */
export function head({ parent, unit, number, placeAndDay }: Paper): Table {
  const name = unit.toLocaleUpperCase('vi');
  return sides(
    [
      [
        [
          ...(parent === null ? [] : [centred(parent.toLocaleUpperCase('vi'), { size: points.nation })]),
          centred(name, { bold: true, size: points.nation }),
          ruled(name, points.nation, headShares[0]),
        ],
        [
          centred(nation, { bold: true, size: points.nation }),
          centred(motto, { bold: true, size: points.motto }),
          ruled(motto, points.motto, headShares[1], 0, 1),
        ],
      ],
      [
        [centred(number, { size: points.number })],
        [centred(placeAndDay, { italics: true, size: points.number })],
      ],
    ],
    headShares,
  );
}

export const foot = ({ recipients, signerTitle, signerName }: Paper): Table =>
  sides(
    [
      [
        [
          new Paragraph({
            children: [run('Nơi nhận:', { bold: true, italics: true, size: points.recipientsTitle })],
          }),
          ...recipientLines(recipients).map(
            (line) => new Paragraph({ children: [run(line, { size: points.recipient })] }),
          ),
        ],
        [
          centred(signerTitle, { bold: true, size: points.body }, 1400),
          centred(signerName, { bold: true, size: points.body }),
        ],
      ],
    ],
    [0.5, 0.5],
  );

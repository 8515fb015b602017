import { createRequire } from 'node:module';
import { pageMm, pageNumberMm, points } from './layout.js';

const { resolve } = createRequire(import.meta.url);
/** As wide as Times New Roman, letter by letter, and free. */
const font = (file: string): string => resolve(`@expo-google-fonts/tinos/${file}`);
export const fonts = {
  regular: font('400Regular/Tinos_400Regular.ttf'),
  bold: font('700Bold/Tinos_700Bold.ttf'),
  italic: font('400Regular_Italic/Tinos_400Regular_Italic.ttf'),
  boldItalic: font('700Bold_Italic/Tinos_700Bold_Italic.ttf'),
};
export type Font = keyof typeof fonts;

const pointsOf = (mm: number): number => (mm * 72) / 25.4;
/** A4 with its margins, in points. */
export const page = {
  width: pointsOf(pageMm.width),
  height: pointsOf(pageMm.height),
  left: pointsOf(pageMm.left),
  right: pointsOf(pageMm.right),
  top: pointsOf(pageMm.top),
  bottom: pointsOf(pageMm.bottom),
} as const;
export const inner = page.width - page.left - page.right;
export const bottom = page.height - page.bottom;

/** What is this high begins on the next page when this one has no room for it. */
export function room(document: PDFKit.PDFDocument, height: number): void {
  if (document.y + height > bottom) document.addPage();
}

/** In the upper margin of every page but the first. */
export function numberPages(document: PDFKit.PDFDocument): void {
  const { start, count } = document.bufferedPageRange();
  for (let i = start + 1; i < start + count; i += 1) {
    document.switchToPage(i);
    document
      .font('regular')
      .fontSize(points.body)
      .text(String(i + 1), page.left, pointsOf(pageNumberMm), { width: inner, align: 'center' });
  }
}

interface Column {
  readonly x: number;
  readonly width: number;
}
export type Line = readonly [text: string, font: Font, size: number];

/** Lines one below the other, in the middle of a column. @returns where they end */
export function column(
  document: PDFKit.PDFDocument,
  lines: readonly Line[],
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

/** The line below words in the middle of a column. @param part of the words' length */
export function rule(
  document: PDFKit.PDFDocument,
  [text, name, size]: Line,
  { x, width }: Column,
  y: number,
  part: number,
): void {
  const length = Math.min(document.font(name).fontSize(size).widthOfString(text), width) * part;
  const middle = x + width / 2;
  document
    .moveTo(middle - length / 2, y)
    .lineTo(middle + length / 2, y)
    .lineWidth(0.6)
    .stroke();
}

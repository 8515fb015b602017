import type { PaperTable } from './paper.js';

/** Decree 30/2020/NĐ-CP, annex I: A4, 20–25 mm above and below, 30–35 mm left, 15–20 mm right. */
export const pageMm = { width: 210, height: 297, top: 20, bottom: 20, left: 30, right: 15 } as const;
export const innerMm = pageMm.width - pageMm.left - pageMm.right;
/** The page's number stands in the middle of the upper margin, on every page but the first. */
export const pageNumberMm = 10;

/** In points, within the ranges of the decree: nation 12–13, motto, title and body 13–14, addressees 11–12. */
export const points = {
  nation: 12,
  motto: 13,
  body: 14,
  number: 13,
  cell: 13,
  recipientsTitle: 12,
  recipient: 11,
} as const;

/** The nation's name needs more room than the unit's, which may take lines. */
export const headShares = [0.42, 0.58] as const;
export const tableShares = [0.08, 0.62, 0.3] as const;
/** Under a unit's name and under the subject lies a line of a third to a half of the words' length. */
export const lineShare = 0.4;

const roman = ['I', 'II', 'III', 'IV', 'V', 'VI'] as const;
/** «II. ĐÁNH GIÁ HIỆU QUẢ»: parts of a paper are in capitals. */
export const headingOf = (title: string, n: number): string =>
  `${roman[n] ?? n + 1}. ${title.toLocaleUpperCase('vi')}`;

/** How a cell's words stand: numbers of rows and states in the middle, names left, figures right. */
export const alignOf = (column: number, { last }: PaperTable): 'left' | 'center' | 'right' =>
  column === 1 ? 'left' : column === 2 && last === 'figures' ? 'right' : 'center';

/** Addressees as they stand at the foot of the paper; who keeps it comes last. */
export const recipientLines = (recipients: readonly string[]): string[] => [
  ...recipients.map((one) => `- ${one.replace(/[;.]\s*$/, '')};`),
  '- Lưu: VT.',
];

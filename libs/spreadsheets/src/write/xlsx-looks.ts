interface Style {
  readonly font?: keyof typeof fonts;
  readonly fill?: keyof typeof fills;
  readonly border?: boolean;
  /** Words that do not fit go on below. */
  readonly align?: 'left' | 'center' | 'right' | 'justify';
}

const fonts = {
  usual: '<sz val="11"/>',
  bold: '<b/><sz val="11"/>',
  note: '<i/><sz val="11"/><color rgb="FF555555"/>',
  fault: '<sz val="11"/><color rgb="FFB00020"/>',
  paper: '<sz val="13"/>',
  paperBold: '<b/><sz val="13"/>',
  paperMotto: '<b/><u/><sz val="13"/>',
  paperItalic: '<i/><sz val="13"/>',
  paperHead: '<sz val="12"/>',
  paperHeadBold: '<b/><sz val="12"/>',
  paperListTitle: '<b/><i/><sz val="12"/>',
  paperList: '<sz val="11"/>',
} as const;
/** The first two are the format's own. */
const fills = { none: '', gray: '', header: 'FFDDE7F5', fault: 'FFFDECEA' } as const;

/** Every look of a cell; those of `paper` are for official papers (decree 30/2020/NĐ-CP), with lines where they are cells of a table. */
const styles = {
  plain: {},
  text: {},
  header: { font: 'bold', fill: 'header' },
  note: { font: 'note' },
  fault: { font: 'fault', fill: 'fault' },
  paperAbove: { font: 'paperHead', align: 'center' },
  paperHead: { font: 'paperHeadBold', align: 'center' },
  paperMiddle: { font: 'paper', align: 'center' },
  paperDay: { font: 'paperItalic', align: 'center' },
  paperMotto: { font: 'paperMotto', align: 'center' },
  paperTitle: { font: 'paperBold', align: 'center' },
  paperHeading: { font: 'paperBold', align: 'left' },
  paperWords: { font: 'paper', align: 'justify' },
  paperListTitle: { font: 'paperListTitle', align: 'left' },
  paperList: { font: 'paperList', align: 'left' },
  paperCellHead: { font: 'paperBold', align: 'center', border: true },
  paperCellLeft: { font: 'paper', align: 'left', border: true },
  paperCellMiddle: { font: 'paper', align: 'center', border: true },
  paperCellRight: { font: 'paper', align: 'right', border: true },
} satisfies Record<string, Style>;
export type Look = keyof typeof styles;
/** In the order of `cellXfs`. */
export const looks = Object.keys(styles) as Look[];

const fontNames = Object.keys(fonts);
const fillNames = Object.keys(fills);
const line = ['left', 'right', 'top', 'bottom'].map((side) => `<${side} style="thin"/>`).join('');

/** @param look the first is the format's default, without a number format of its own */
function formatOf({ font = 'usual', fill = 'none', border = false, align }: Style, i: number): string {
  // Format 49 is text: Excel then keeps leading zeros and does not make dates of what looks like one.
  const number = i === 0 ? '' : ' numFmtId="49" applyNumberFormat="1"';
  const alignment = align ? `<alignment horizontal="${align}" vertical="center" wrapText="1"/>` : '';
  return (
    `<xf${number} fontId="${fontNames.indexOf(font)}" fillId="${fillNames.indexOf(fill)}" borderId="${border ? 1 : 0}" ` +
    `applyFont="1" applyFill="1" applyBorder="1"${align ? ' applyAlignment="1"' : ''}>${alignment}</xf>`
  );
}

const listed = (tag: string, items: readonly string[]): string =>
  `<${tag} count="${items.length}">${items.join('')}</${tag}>`;

/** @param namespace of spreadsheets */
export const stylesOf = (namespace: string): string =>
  `<styleSheet xmlns="${namespace}">` +
  listed(
    'fonts',
    Object.values(fonts).map((font) => `<font>${font}<name val="Times New Roman"/></font>`),
  ) +
  listed('fills', [
    '<fill><patternFill patternType="none"/></fill>',
    '<fill><patternFill patternType="gray125"/></fill>',
    ...[fills.header, fills.fault].map(
      (colour) => `<fill><patternFill patternType="solid"><fgColor rgb="${colour}"/></patternFill></fill>`,
    ),
  ]) +
  listed('borders', ['<border/>', `<border>${line}</border>`]) +
  listed('cellStyleXfs', ['<xf/>']) +
  listed('cellXfs', Object.values(styles).map(formatOf)) +
  '</styleSheet>';

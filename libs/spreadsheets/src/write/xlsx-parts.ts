/** Looks of a cell, in the order of `cellXfs` in {@link stylesXml}. */
export const looks = ['plain', 'text', 'header', 'note', 'fault'] as const;
export type Look = (typeof looks)[number];

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relationships = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packaged = 'http://schemas.openxmlformats.org/package/2006';
const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** What XML 1.0 cannot hold at all is left out. */
export const escaped = (text: string): string =>
  text
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');

export const contentTypesXml = (sheets: number): string =>
  `${declaration}<Types xmlns="${packaged}/content-types">` +
  '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
  '<Default Extension="xml" ContentType="application/xml"/>' +
  override('/xl/workbook.xml', 'sheet.main') +
  override('/xl/styles.xml', 'styles') +
  numbered(sheets, (n) => override(`/xl/worksheets/sheet${n}.xml`, 'worksheet')) +
  '</Types>';

const override = (part: string, kind: string): string =>
  `<Override PartName="${part}" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.${kind}+xml"/>`;

const numbered = (count: number, xml: (n: number) => string): string =>
  Array.from({ length: count }, (_, i) => xml(i + 1)).join('');

export const rootRelsXml = `${declaration}<Relationships xmlns="${packaged}/relationships"><Relationship Id="rId1" Type="${relationships}/officeDocument" Target="xl/workbook.xml"/></Relationships>`;

export const workbookXml = (names: readonly string[]): string =>
  `${declaration}<workbook xmlns="${main}" xmlns:r="${relationships}"><sheets>` +
  names
    .map((name, i) => `<sheet name="${escaped(name).slice(0, 31)}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`)
    .join('') +
  '</sheets></workbook>';

export const workbookRelsXml = (sheets: number): string =>
  `${declaration}<Relationships xmlns="${packaged}/relationships">` +
  numbered(
    sheets,
    (n) => `<Relationship Id="rId${n}" Type="${relationships}/worksheet" Target="worksheets/sheet${n}.xml"/>`,
  ) +
  `<Relationship Id="rId${sheets + 1}" Type="${relationships}/styles" Target="styles.xml"/></Relationships>`;

/** Format 49 is text: Excel then keeps leading zeros and does not make dates of what looks like one. */
export const stylesXml =
  `${declaration}<styleSheet xmlns="${main}">` +
  '<fonts count="4"><font><sz val="11"/><name val="Times New Roman"/></font>' +
  '<font><b/><sz val="11"/><name val="Times New Roman"/></font>' +
  '<font><i/><sz val="11"/><color rgb="FF555555"/><name val="Times New Roman"/></font>' +
  '<font><sz val="11"/><color rgb="FFB00020"/><name val="Times New Roman"/></font></fonts>' +
  '<fills count="4"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>' +
  '<fill><patternFill patternType="solid"><fgColor rgb="FFDDE7F5"/></patternFill></fill>' +
  '<fill><patternFill patternType="solid"><fgColor rgb="FFFDECEA"/></patternFill></fill></fills>' +
  '<borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="5"><xf/>' +
  '<xf numFmtId="49" applyNumberFormat="1"/>' +
  '<xf numFmtId="49" fontId="1" fillId="2" applyNumberFormat="1" applyFont="1" applyFill="1"/>' +
  '<xf numFmtId="49" fontId="2" applyNumberFormat="1" applyFont="1"/>' +
  '<xf numFmtId="49" fontId="3" fillId="3" applyNumberFormat="1" applyFont="1" applyFill="1"/></cellXfs></styleSheet>';

export const sheetStart = (widths: readonly number[], frozenRows: number): string =>
  `${declaration}<worksheet xmlns="${main}">` +
  (frozenRows > 0
    ? `<sheetViews><sheetView workbookViewId="0"><pane ySplit="${frozenRows}" topLeftCell="A${frozenRows + 1}" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>`
    : '') +
  (widths.length > 0
    ? `<cols>${widths.map((width, i) => `<col min="${i + 1}" max="${i + 1}" width="${width}" style="1" customWidth="1"/>`).join('')}</cols>`
    : '') +
  '<sheetData>';

export const sheetEnd = '</sheetData></worksheet>';

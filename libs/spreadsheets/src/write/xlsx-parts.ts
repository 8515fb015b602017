import { stylesOf } from './xlsx-looks.js';

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

/** @param titles for each sheet how many rows at its top are printed on every page, 0 for none */
export const workbookXml = (names: readonly string[], titles: readonly number[] = []): string => {
  const called = names.map((name) => name.slice(0, 31));
  const sheets = called.map(
    (name, i) => `<sheet name="${escaped(name)}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`,
  );
  const repeated = called.flatMap((name, i) => {
    const rows = titles[i] ?? 0;
    const sheet = escaped(`'${name.replaceAll("'", "''")}'`);
    return rows === 0
      ? []
      : [`<definedName name="_xlnm.Print_Titles" localSheetId="${i}">${sheet}!$1:$${rows}</definedName>`];
  });
  return (
    `${declaration}<workbook xmlns="${main}" xmlns:r="${relationships}"><sheets>${sheets.join('')}</sheets>` +
    (repeated.length > 0 ? `<definedNames>${repeated.join('')}</definedNames>` : '') +
    '</workbook>'
  );
};

export const workbookRelsXml = (sheets: number): string =>
  `${declaration}<Relationships xmlns="${packaged}/relationships">` +
  numbered(
    sheets,
    (n) => `<Relationship Id="rId${n}" Type="${relationships}/worksheet" Target="worksheets/sheet${n}.xml"/>`,
  ) +
  `<Relationship Id="rId${sheets + 1}" Type="${relationships}/styles" Target="styles.xml"/></Relationships>`;

export const stylesXml = `${declaration}${stylesOf(main)}`;

/** @param fits whether the columns are printed on one page's width */
export const sheetStart = (widths: readonly number[], frozenRows: number, fits = false): string =>
  `${declaration}<worksheet xmlns="${main}">` +
  (fits ? '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>' : '') +
  (frozenRows > 0
    ? `<sheetViews><sheetView workbookViewId="0"><pane ySplit="${frozenRows}" topLeftCell="A${frozenRows + 1}" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>`
    : '') +
  (widths.length > 0
    ? `<cols>${widths.map((width, i) => `<col min="${i + 1}" max="${i + 1}" width="${width}" style="1" customWidth="1"/>`).join('')}</cols>`
    : '') +
  '<sheetData>';

/** Margins of a sheet as it is printed on A4, in millimetres. */
export interface MarginsMm {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}
const inches = (mm: number): string => (mm / 25.4).toFixed(4);

/** @param merged «A1:C1» */
export const sheetEnd = (merged: readonly string[], margins?: MarginsMm): string =>
  '</sheetData>' +
  (merged.length > 0
    ? `<mergeCells count="${merged.length}">${merged.map((cells) => `<mergeCell ref="${cells}"/>`).join('')}</mergeCells>`
    : '') +
  (margins ? printed(margins) : '') +
  '</worksheet>';

/** A4 upright, as long as it needs; its number above every page but the first. */
const printed = ({ top, bottom, left, right }: MarginsMm): string =>
  `<pageMargins left="${inches(left)}" right="${inches(right)}" top="${inches(top)}" bottom="${inches(bottom)}" header="${inches(top / 2)}" footer="${inches(bottom / 2)}"/>` +
  '<pageSetup paperSize="9" orientation="portrait" fitToWidth="1" fitToHeight="0"/>' +
  '<headerFooter differentFirst="1"><oddHeader>&amp;C&amp;"Times New Roman"&amp;13&amp;P</oddHeader></headerFooter>';

import { all } from '../../testing/all.js';
import { lyingAbout, rawXlsx, sheetOf } from '../../testing/raw-xlsx.js';
import { limits } from '../limits.js';
import { readRows } from '../read-rows.js';
import type { Row } from '../row.js';

const read = async (bytes: Buffer): Promise<Row[]> => all(readRows(bytes));
const sheet = 'xl/worksheets/sheet1.xml';
const rowsOf = async (rowsXml: string, more: Record<string, string> = {}): Promise<Row[]> =>
  read(await rawXlsx({ [sheet]: sheetOf(rowsXml), ...more }));
const texts = async (rowsXml: string, more: Record<string, string> = {}) =>
  (await rowsOf(rowsXml, more)).map(({ cells }) => cells);

describe('cells', () => {
  test('texts, wherever they stand', async () => {
    const sharedStrings =
      '<sst><si><t>Mẫu</t></si><si><r><t>Nguyễn </t></r><r><t>Văn</t></r><rPh><t>x</t></rPh></si></sst>';
    const row =
      '<row r="2"><c r="A2" t="s"><v>0</v></c><c r="C2" t="s"><v>1</v></c><c r="D2" t="inlineStr"><is><t> trong ô </t></is></c>' +
      '<c r="E2" t="str"><f>A2&amp;"!"</f><v>Mẫu!</v></c><c r="F2" t="b"><v>1</v></c><c r="G2"/></row>';
    const rows = await rowsOf(row, { 'xl/sharedStrings.xml': sharedStrings });
    expect(rows).toEqual([
      { number: 2, cells: ['Mẫu', '', 'Nguyễn Văn', 'trong ô', 'Mẫu!', 'TRUE'], doubts: [] },
    ]);
  });

  test('numbers and dates as they are shown', async () => {
    const styles =
      '<styleSheet><numFmts><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/><numFmt numFmtId="165" formatCode="0000000000"/></numFmts>' +
      '<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf/><xf numFmtId="164"/><xf numFmtId="165"/></cellXfs></styleSheet>';
    const row =
      '<row><c s="1"><v>40311</v></c><c s="2"><v>900000001</v></c><c s="0"><v>900000001</v></c><c t="d"><v>2010-05-13T00:00:00</v></c></row>';
    expect(await texts(row, { 'xl/styles.xml': styles })).toEqual([
      ['2010-05-13', '0900000001', '900000001', '2010-05-13'],
    ]);
  });

  test('what cannot be believed is a doubt, not a text', async () => {
    const rows = await rowsOf('<row><c t="e"><v>#N/A</v></c><c><f>A1+1</f></c><c><v>1</v></c></row>');
    expect(rows[0]?.doubts).toEqual([
      { column: 1, code: 'errorValue' },
      { column: 2, code: 'formula' },
    ]);
  });

  test('names in the TCVN3 font become Unicode', async () => {
    const row = '<row><c t="inlineStr"><is><t>NguyÔn V¨n MÉu</t></is></c></row>';
    expect(await texts(row)).toEqual([['Nguyễn Văn Mẫu']]);
  });

  test('prefixed names of tags are read as well', async () => {
    const xml =
      '<x:worksheet xmlns:x="y"><x:sheetData><x:row><x:c t="inlineStr"><x:is><x:t>a</x:t></x:is></x:c></x:row></x:sheetData></x:worksheet>';
    expect((await read(await rawXlsx({ [sheet]: xml })))[0]?.cells).toEqual(['a']);
  });
});

describe('half-empty sheets', () => {
  test('rows and cells that only have a look are not there', async () => {
    const empty = Array.from(
      { length: 5000 },
      (_, i) => `<row r="${i + 10}"><c r="A${i + 10}" s="1"/><c r="XFD${i + 10}" s="1"/></row>`,
    );
    const row = '<row r="3"><c r="B3" t="inlineStr"><is><t>a</t></is></c></row>';
    expect(await rowsOf(row + empty.join(''))).toEqual([{ number: 3, cells: ['', 'a'], doubts: [] }]);
  });

  test('hidden sheets are passed over', async () => {
    const workbook =
      '<workbook xmlns:r="r"><sheets><sheet name="Ẩn" state="hidden" r:id="rId9"/><sheet name="Có" r:id="rId1"/></sheets></workbook>';
    const bytes = await rawXlsx({
      'xl/workbook.xml': workbook,
      [sheet]: sheetOf('<row><c><v>1</v></c></row>'),
    });
    expect(await read(bytes)).toHaveLength(1);
  });

  test('a workbook without anything says so', async () => {
    await expect(rowsOf('')).rejects.toMatchObject({ code: 'noSheet' });
  });
});

const inSheet = (xml: string) => rawXlsx({ [sheet]: xml });
const column101 = '<row r="7"><c r="CW7"><v>1</v></c></row>';
const long = `<row r="4"><c r="B4" t="inlineStr"><is><t>${'x'.repeat(limits.cellChars + 1)}</t></is></c></row>`;
const doctype = '<!DOCTYPE w [<!ENTITY a "aaaa">]>';

test.each<[string, string, () => Promise<Buffer> | Buffer]>([
  ['an empty file', 'empty', () => Buffer.alloc(0)],
  ['31 MB', 'tooLarge', () => Buffer.alloc(limits.fileBytes + 1, 'a,b\n')],
  ['.xls', 'oldExcel', () => Buffer.from('d0cf11e0a1b11ae1', 'hex')],
  [
    'a password',
    'password',
    () => Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.from('EncryptedPackage', 'utf16le')]),
  ],
  ['a macro', 'macro', () => rawXlsx({ 'xl/vbaProject.bin': 'Sub AutoOpen' })],
  [
    'a macro by its content type',
    'macro',
    () =>
      rawXlsx({
        '[Content_Types].xml':
          '<Types><Override ContentType="application/vnd.ms-excel.sheet.macroEnabled.main+xml"/></Types>',
      }),
  ],
  ['.xlsb', 'binaryExcel', () => rawXlsx({ 'xl/workbook.bin': 'x' })],
  [
    '.ods',
    'openDocument',
    () => rawXlsx({ mimetype: 'application/vnd.oasis.opendocument.spreadsheet', 'content.xml': '<x/>' }),
  ],
  [
    '.docx',
    'notATable',
    () =>
      rawXlsx({
        'xl/workbook.xml': null,
        'xl/_rels/workbook.xml.rels': null,
        'xl/styles.xml': null,
        [sheet]: null,
        'word/document.xml': '<w/>',
      }),
  ],
  ['a PDF', 'notATable', () => Buffer.from('%PDF-1.7\n')],
  ['a picture', 'notATable', () => Buffer.from('89504e470d0a1a0a', 'hex')],
  ['a web page that calls itself .xls', 'notATable', () => Buffer.from('<html><table><tr><td>1')],
  ['bytes of any kind', 'notATable', () => Buffer.from('a,b\n\0\0\0c,d\n')],
  ['a zip bomb', 'zipBomb', () => inSheet(sheetOf(' '.repeat(50_000_000)))],
  [
    'a bomb that says it is small',
    'zipBomb',
    async () => lyingAbout(await inSheet(sheetOf(' '.repeat(50_000_000))), sheet, 5000),
  ],
  [
    'a part that is smaller than it says',
    'damaged',
    async () => lyingAbout(await inSheet(sheetOf('<row/>')), sheet, 5000),
  ],
  [
    'a zip of too many parts',
    'zipBomb',
    () => rawXlsx(Object.fromEntries(Array.from({ length: limits.zipEntries }, (_, i) => [`x/${i}`, '']))),
  ],
  ['a zip cut off in the middle', 'damaged', async () => (await inSheet(sheetOf('<row/>'))).subarray(0, 900)],
  ['a DOCTYPE', 'foreignXml', () => inSheet(`${doctype}<worksheet>&a;</worksheet>`)],
  ['an entity nobody declared', 'foreignXml', () => inSheet('<worksheet>&a;</worksheet>')],
  [
    'a DOCTYPE in the table of texts',
    'foreignXml',
    () => rawXlsx({ 'xl/sharedStrings.xml': `${doctype}<sst/>` }),
  ],
  ['XML that ends too early', 'damaged', () => inSheet('<worksheet><sheetData><row>')],
  ['tags within tags without end', 'damaged', () => inSheet('<a>'.repeat(1000))],
  ['a text that is not there', 'damaged', () => inSheet(sheetOf('<row><c t="s"><v>7</v></c></row>'))],
  ['column 101', 'tooManyColumns', () => inSheet(sheetOf(column101))],
  ['2,001 characters', 'cellTooLong', () => inSheet(sheetOf(long))],
])('%s is refused as %s', async (_, code, make) => {
  await expect(read(await make())).rejects.toMatchObject({ name: 'SpreadsheetFault', code });
});

test('row and column are told', async () => {
  await expect(read(await inSheet(sheetOf(column101)))).rejects.toMatchObject({
    place: { row: 7, column: 101 },
  });
  await expect(read(await inSheet(sheetOf(long)))).rejects.toMatchObject({ place: { row: 4, column: 2 } });
});

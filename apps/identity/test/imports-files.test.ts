import type { UserCaller } from '@diemcau/contracts/core/caller';
import { lyingAbout, rawXlsx, sheetOf } from '@diemcau/spreadsheets/testing/raw-xlsx';
import { inWindows1258 } from '@diemcau/spreadsheets/testing/windows-1258';
import { ImportsBed, students } from './imports-bed.js';

let on: ImportsBed;
let admin: UserCaller;

beforeAll(async () => {
  on = await ImportsBed.start();
  admin = await on.holder('departmentAdmin', on.province);
  await on.school('thpt-a');
}, 60_000);
afterAll(() => on.bed.stop());

const sheet = 'xl/worksheets/sheet1.xml';
const bomb = () => rawXlsx({ [sheet]: sheetOf(' '.repeat(60_000_000)) });
const good = () => students(['Nguyễn Văn Mẫu', 'X1', 'thpt-a', '10A1', '2026-2027', '', '']);

describe('bad input', () => {
  test.each<[string, string, { row: number; column: number } | null, () => Promise<Buffer>]>([
    ['a spreadsheet with macros', 'macro', null, () => rawXlsx({ 'xl/vbaProject.bin': 'Sub' })],
    ['a zip bomb', 'zipBomb', null, bomb],
    ['a bomb that lies about its size', 'zipBomb', null, async () => lyingAbout(await bomb(), sheet, 9000)],
    ['an old .xls', 'oldExcel', null, async () => Buffer.from('d0cf11e0a1b11ae1', 'hex')],
    ['a photo', 'notATable', null, async () => Buffer.from('ffd8ffe000104a464946', 'hex')],
    [
      'XML that declares entities',
      'foreignXml',
      null,
      () => rawXlsx({ [sheet]: '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>' }),
    ],
    [
      'a name in no encoding at all',
      'encoding',
      { row: 3, column: 1 },
      async () =>
        Buffer.concat([
          await good(),
          Buffer.from('Nguy\xea\xd2\xffn,X2,thpt-a,10A1,2026-2027\r\n', 'latin1'),
        ]),
    ],
    [
      'a quote that is never closed',
      'unclosedQuote',
      { row: 3, column: 2 },
      async () => Buffer.concat([await good(), Buffer.from('Lê Văn Mẫu,"X2,thpt-a\r\n')]),
    ],
  ])('%s is refused with code, words and place, and nothing of it is kept', async (_, code, place, make) => {
    const view = await on.tried('students', await make(), admin);
    expect(view).toMatchObject({
      state: 'failed',
      fault: { code: `spreadsheet.${code}`, row: place?.row ?? null, column: place?.column ?? null },
      slips: 0,
    });
    expect(view.fault?.message.vi).not.toBe('');
    expect(await on.bed.sql('SELECT FROM identity.import_files WHERE import_id = $1', [view.id])).toEqual([]);
    expect(await on.bed.sql(`SELECT FROM identity.users WHERE kind = 'student'`)).toEqual([]);
  });

  test('a list without anything that looks like a header says so', async () => {
    const view = await on.tried('students', Buffer.from('chỉ một cột\nkhông có gì\n'), admin);
    expect(view).toMatchObject({ state: 'failed', fault: { code: 'imports.noHeader' } });
  });

  test.each([
    ['UTF-8 with mark', async () => good()],
    [
      'UTF-16',
      async () => Buffer.from(`\uFEFF${(await good()).toString().replace('\uFEFF', '')}`, 'utf16le'),
    ],
    [
      'TCVN3 (ABC fonts)',
      async () =>
        Buffer.from(
          'Hä vµ tªn;M· häc sinh;M· tr­êng;Líp;N¨m häc\r\nNguyÔn V¨n MÉu;X1;thpt-a;10A1;2026-2027\r\n',
          'latin1',
        ),
    ],
    ['windows-1258', async () => inWindows1258((await good()).toString().replace('\uFEFF', ''))],
  ])('the same list in %s is read the same', async (_, make) => {
    const view = await on.tried('students', await make(), admin);
    expect(view).toMatchObject({ state: 'ready', counts: { create: 1, error: 0 } });
    expect((await on.rows(view.id, admin))[0]?.changes[0]).toMatchObject({ to: 'Nguyễn Văn Mẫu' });
  });

  test('a half-empty table: empty rows, empty columns, cells that are only coloured', async () => {
    const cell = (text: string) => `<c t="inlineStr"><is><t>${text}</t></is></c>`;
    const header = ['Họ và tên', 'Mã học sinh', '', 'Mã trường', 'Lớp', 'Năm học'].map(cell).join('');
    const person = ['Nguyễn Văn Mẫu', 'X1', '', 'thpt-a', '10A1', '2026-2027'].map(cell).join('');
    const empty = '<row><c s="1"/><c s="1"/><c s="1"/></row>'.repeat(2000);
    const rows = `${empty}<row>${header}</row>${empty}<row>${person}</row>${empty}`;
    const view = await on.tried('students', await rawXlsx({ [sheet]: sheetOf(rows) }), admin);
    expect(view).toMatchObject({ state: 'ready', headerRow: 2001, counts: { create: 1, error: 0 } });
    expect((await on.rows(view.id, admin))[0]?.row).toBe(4002);
  });

  test('a formula that shows an error is a faulty cell, not a value', async () => {
    const cell = (text: string) => `<c t="inlineStr"><is><t>${text}</t></is></c>`;
    const header = ['Họ và tên', 'Mã học sinh', 'Mã trường', 'Lớp', 'Năm học'].map(cell).join('');
    const person = `${cell('Nguyễn Văn Mẫu')}<c t="e"><f>A1</f><v>#REF!</v></c>${['thpt-a', '10A1', '2026-2027'].map(cell).join('')}`;
    const file = await rawXlsx({ [sheet]: sheetOf(`<row>${header}</row><row>${person}</row>`) });
    const { id } = await on.tried('students', file, admin);
    expect(await on.faults(id, admin)).toEqual(['2 2 errorValue']);
  });
});

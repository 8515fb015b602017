import { limits } from '@diemcau/spreadsheets/read/limits';
import { lyingAbout, rawXlsx, sheetOf } from '@diemcau/spreadsheets/testing/raw-xlsx';
import { studentRows } from '@diemcau/spreadsheets/testing/student-file';
import { inWindows1258 } from '@diemcau/spreadsheets/testing/windows-1258';

export interface BadFile {
  readonly what: string;
  readonly make: () => Promise<Buffer>;
  /** Sent without saying how long it is. */
  readonly unannounced?: boolean;
}

const mebi = 1024 * 1024;
const sheet = 'xl/worksheets/sheet1.xml';
const spaces = (bytes: number): string => sheetOf(' '.repeat(bytes));
/** As large as may be sent. */
const full = limits.fileBytes - mebi;

const repeated = (what: string | Buffer, bytes: number): Buffer => {
  const once = Buffer.from(what);
  return Buffer.alloc(Math.floor(bytes / once.length) * once.length, once);
};

/** Texts that no two cells share, kept apart from the cells: as Excel does, and as much as is read of them. */
function manyTexts(count: number): Promise<Buffer> {
  const texts: string[] = [];
  for (let n = 0; n < count; n++) texts.push(`<si><t>${n.toString(36).padStart(22, '·')}</t></si>`);
  const cells = '<c t="s"><v>1</v></c>'.repeat(5);
  return rawXlsx({
    'xl/sharedStrings.xml': `<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">${texts.join('')}</sst>`,
    [sheet]: sheetOf(`<row>${cells}</row>`.repeat(100)),
  });
}

/** Files nobody should send, most of them as large as can be; each is refused or read to errors row by row. */
export const badFiles: readonly BadFile[] = [
  { what: 'macros', make: () => rawXlsx({ 'xl/vbaProject.bin': 'Sub' }) },
  { what: 'bomb: 400 MB in 0.4 MB', make: () => rawXlsx({ [sheet]: spaces(400_000_000) }) },
  {
    what: 'bomb that lies about its size',
    make: async () => lyingAbout(await rawXlsx({ [sheet]: spaces(400_000_000) }), sheet, 9_000),
  },
  { what: '99,000 rows of 40 cells that are only coloured', make: () => rawXlsx({ [sheet]: coloured() }) },
  { what: 'a million texts', make: () => manyTexts(limits.sharedStrings) },
  { what: 'more texts than are read', make: () => manyTexts(limits.sharedStrings + 200_000) },
  { what: '200 MB, announced', make: async () => repeated('a,b,c\r\n', 200 * mebi) },
  { what: '200 MB, not announced', make: async () => repeated('a,b,c\r\n', 200 * mebi), unannounced: true },
  {
    what: 'a quote never closed, 29 MB',
    make: async () => Buffer.concat([Buffer.from('"'), repeated('a,b\r\n', full)]),
  },
  { what: 'one line, 29 MB', make: async () => repeated('Nguyễn Văn Mẫu', full) },
  {
    what: 'bytes of no encoding, 29 MB',
    make: async () => repeated(Buffer.from('\xea\xd2\xff\x81,\r\n', 'latin1'), full),
  },
  { what: '100,000 rows that are all faulty, windows-1258', make: async () => inWindows1258(faultyRows()) },
  { what: 'half empty: every second row, 100 columns', make: async () => repeatedRows() },
];

const coloured = (): string =>
  sheetOf(
    Array.from({ length: 99_000 }, (_, n) => `<row>${`<c s="${n % 977}"/>`.repeat(40)}</row>`).join(''),
  );

function faultyRows(): string {
  const rows = [...studentRows({ rows: limits.rows - 1, schools: ['no-such-school'] })];
  return rows.map((row) => row.join(',')).join('\r\n');
}

function repeatedRows(): Buffer {
  const [header, first] = studentRows({ rows: 1, schools: ['no-such-school'] });
  const empty = ','.repeat(limits.columns - 8);
  const line = (row: readonly string[] | undefined): string => `${(row ?? []).join(',')}${empty}\r\n`;
  return Buffer.concat([
    Buffer.from(line(header)),
    repeated(`${line(first)}${','.repeat(limits.columns - 1)}\r\n`, (limits.rows / 2 - 1) * 300),
  ]);
}

import { all } from '../../testing/all.js';
import { inWindows1258 } from '../../testing/windows-1258.js';
import { limits } from '../limits.js';
import { readRows } from '../read-rows.js';
import type { Row } from '../row.js';

const read = async (bytes: Buffer): Promise<Row[]> => all(readRows(bytes));
const cells = async (text: string | Buffer): Promise<(readonly string[])[]> =>
  (await read(Buffer.isBuffer(text) ? text : Buffer.from(text))).map((row) => row.cells);

describe('delimited text', () => {
  test.each([
    [
      'commas',
      'a,b\r\nc,d\r\n',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      'semicolons',
      'a;b,c\nd;e',
      [
        ['a', 'b,c'],
        ['d', 'e'],
      ],
    ],
    [
      'tabs',
      'a\tb\nc\td',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    ['a line that names the delimiter', 'sep=;\r\na;b', [['a', 'b']]],
    [
      'a title above the table',
      'Danh sách, năm học 2026\na;b;c\nd;e;f',
      [['Danh sách, năm học 2026'], ['a', 'b', 'c'], ['d', 'e', 'f']],
    ],
    ['quotes, doubled quotes and line breaks within', '"a ""b""","c\r\nd",e', [['a "b"', 'c\nd', 'e']]],
    ['a quote in the middle of a cell', 'a"b,c', [['a"b', 'c']]],
    ['empty lines and trailing empty cells', 'a,b,,\n\n,,\nc,,', [['a', 'b'], ['c']]],
    ['an apostrophe that keeps a formula from running', `'+84900000001,'=1+1`, [['+84900000001', '=1+1']]],
    [
      'old Macintosh line ends',
      'a,b\rc,d',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
  ])('%s', async (_, text, expected) => {
    expect(await cells(text)).toEqual(expected);
  });

  test('rows are numbered as lines are', async () => {
    const rows = await read(Buffer.from('a\n\n"b\nc"\nd'));
    expect(rows.map(({ number }) => number)).toEqual([1, 3, 5]);
  });
});

describe('encodings', () => {
  const table = 'Họ và tên,Mã\nNguyễn Văn Mẫu,1\nTrần Thị Hạnh,2\nĐặng Quốc Việt,3\n';
  const expected = [
    ['Họ và tên', 'Mã'],
    ['Nguyễn Văn Mẫu', '1'],
    ['Trần Thị Hạnh', '2'],
    ['Đặng Quốc Việt', '3'],
  ];
  test.each([
    ['UTF-8', Buffer.from(table)],
    ['UTF-8 with mark', Buffer.from(`\uFEFF${table}`)],
    ['UTF-8, decomposed', Buffer.from(table.normalize('NFD'))],
    ['UTF-16, little-endian with mark', Buffer.from(`\uFEFF${table}`, 'utf16le')],
    ['UTF-16, little-endian without', Buffer.from(table, 'utf16le')],
    ['UTF-16, big-endian', Buffer.from(`\uFEFF${table}`, 'utf16le').swap16()],
    ['windows-1258', inWindows1258(table)],
    ['TCVN3', Buffer.from('Hä vµ tªn,M·\nNguyÔn V¨n MÉu,1\nTrÇn ThÞ H¹nh,2\n§Æng Quèc ViÖt,3\n', 'latin1')],
    [
      'VNI',
      Buffer.from(
        'Hoï vaø teân,Maõ\nNguyeãn Vaên Maãu,1\nTraàn Thò Haïnh,2\nÑaëng Quoác Vieät,3\n',
        'latin1',
      ),
    ],
    [
      'TCVN3 in a file of UTF-8',
      Buffer.from('Hä vµ tªn,M·\nNguyÔn V¨n MÉu,1\nTrÇn ThÞ H¹nh,2\n§Æng Quèc ViÖt,3\n'),
    ],
  ])('%s', async (_, bytes) => {
    expect(await cells(bytes)).toEqual(expected);
  });

  test('a file that is UTF-8 but for one name says where', async () => {
    const bytes = Buffer.concat([
      Buffer.from(table.repeat(20)),
      Buffer.from('x,y\na,Nguy\u00ean\xd2\xff,4\n', 'latin1'),
    ]);
    await expect(read(bytes)).rejects.toMatchObject({ code: 'encoding', place: { row: 82, column: 2 } });
  });

  test('in a column of TCVN3, a cell that is none gets a doubt, and the rest is converted', async () => {
    const rows = await read(Buffer.from('Tªn\nNguyÔn V¨n MÉu\nTrÇn ThÞ H¹nh\nM\u00fcll\u00ebr\nHoµng\n'));
    expect(rows.map((row) => row.cells[0])).toEqual([
      'Tên',
      'Nguyễn Văn Mẫu',
      'Trần Thị Hạnh',
      'Müllër',
      'Hoàng',
    ]);
    expect(rows.map((row) => row.doubts)).toEqual([[], [], [], [{ column: 1, code: 'encoding' }], []]);
  });
});

describe('what is refused, with row and column', () => {
  test.each([
    ['a quote that is never closed', 'a,b\nc,"d\ne,f\n', 'unclosedQuote', { row: 2, column: 2 }],
    [
      'a cell without end',
      `a,b\nc,${'x'.repeat(limits.cellChars + 1)}`,
      'cellTooLong',
      { row: 2, column: 2 },
    ],
    ['a quote that swallows the file', `a\n"${'x\n'.repeat(5000)}`, 'unclosedQuote', { row: 2, column: 1 }],
    ['too many columns', `a\n${','.repeat(100)}x`, 'tooManyColumns', { row: 2, column: 101 }],
    ['too many rows', 'a\n'.repeat(limits.rows + 1), 'tooManyRows', { row: limits.rows + 1, column: 1 }],
  ])('%s', async (_, text, code, place) => {
    await expect(read(Buffer.from(text))).rejects.toMatchObject({ code, place });
  });
});

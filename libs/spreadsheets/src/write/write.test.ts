import { buffer } from 'node:stream/consumers';
import { readRows } from '../read/read-rows.js';
import { all } from '../testing/all.js';
import { studentCsv, studentXlsx } from '../testing/student-file.js';
import { csvOf } from './csv.js';
import { xlsxOf } from './xlsx.js';

const rows = [
  ['Họ và tên', 'Điện thoại'],
  ['Nguyễn "Văn" <Mẫu> & con', '0900000001'],
  ['=HYPERLINK("x")', '+84 900000001'],
  ['dòng một\ndòng hai', ''],
];
const read = async (bytes: Buffer) =>
  (await all(readRows(bytes))).map(({ cells }) => [cells[0], cells[1] ?? '']);

test('what was written to .xlsx is read again as it was', async () => {
  expect(
    await read(
      await buffer(
        xlsxOf([
          { name: 'Một', rows },
          { name: 'Hai', rows: [] },
        ]),
      ),
    ),
  ).toEqual(rows);
});

test('what was written to .csv is read again as it was, and no cell of it runs as a formula', async () => {
  const bytes = await buffer(csvOf(rows));
  expect(bytes.toString()).toContain(`"'=HYPERLINK(""x"")"`);
  expect(await read(bytes)).toEqual(rows);
});

test('what XML cannot hold is left out', async () => {
  const bytes = await buffer(xlsxOf([{ name: 'Một', rows: [['a\u0000b\u001F\uD800c']] }]));
  expect((await read(bytes))[0]?.[0]).toBe('abc');
});

test('rows that fail make the file fail', async () => {
  function* failing(): Generator<string[]> {
    yield ['a'];
    throw new Error('the database is gone');
  }
  await expect(buffer(xlsxOf([{ name: 'Một', rows: failing() }]))).rejects.toThrow('the database is gone');
});

test.each([studentXlsx, studentCsv])('%p has as many faulty rows as asked for', async (make) => {
  const file = await make({ rows: 2000, schools: ['thpt-a', 'thpt-b'], faulty: 17, titles: ['DANH SÁCH'] });
  const rows = await all(readRows(file));
  expect(rows).toHaveLength(2002);
  const good = await all(readRows(await make({ rows: 2000, schools: ['thpt-a', 'thpt-b'] })));
  const differing = rows.slice(1).filter(({ cells }, i) => cells.join() !== good[i]?.cells.join());
  expect(differing).toHaveLength(17);
});

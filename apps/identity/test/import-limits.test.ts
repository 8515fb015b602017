import { importMaxBytes } from '@diemcau/contracts/identity/imports';
import { SpreadsheetFault } from '@diemcau/spreadsheets/read/fault';
import { limits } from '@diemcau/spreadsheets/read/limits';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const guide = (language: string): string =>
  readFileSync(join(import.meta.dirname, `../../../docs/${language}/importing.md`), 'utf8');
const rowsIn = { vi: limits.rows.toLocaleString('vi-VN'), en: limits.rows.toLocaleString('en-GB') };

test('what is taken over the wire is what is read', () => {
  expect(importMaxBytes).toBe(limits.fileBytes);
});

test('guides and refusals tell the limits that hold', () => {
  const megabytes = `${limits.fileBytes / 1024 ** 2} MB`;
  expect(guide('vi')).toContain(`tối đa ${megabytes}, ${rowsIn.vi} dòng`);
  expect(guide('en')).toContain(`at most ${megabytes}, ${rowsIn.en} rows`);
  const { vi, en } = new SpreadsheetFault('tooManyRows');
  expect([vi, en]).toEqual([expect.stringContaining(rowsIn.vi), expect.stringContaining(rowsIn.en)]);
  expect(new SpreadsheetFault('tooLarge').vi).toContain(megabytes);
});

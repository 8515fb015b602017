import type { Caller } from '@diemcau/contracts/core/caller';
import type {
  ImportColumn,
  ImportKindView,
  ImportRow,
  ImportsClient,
  ImportView,
} from '@diemcau/contracts/identity/imports';
import { csvOf } from '@diemcau/spreadsheets/write/csv';
import { type Cell, xlsxOf } from '@diemcau/spreadsheets/write/xlsx';
import type { Readable } from 'node:stream';

/** Rows asked for at a time while a file is written. */
const perPage = 200;

export type FileFormat = 'xlsx' | 'csv';
export const xlsxType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
export const csvType = 'text/csv; charset=utf-8';

/** The last column of an errors file; it is left out when the file comes back. */
export const faultsHeader = 'Lỗi cần sửa';

/** A header, one example, and a second sheet that says what belongs where. */
export function templateOf({ title, fields: all }: ImportKindView, format: FileFormat): Readable {
  // What comes in parts is asked for as a whole; its note says that parts do as well.
  const fields = all.filter(({ partOf }) => partOf === null);
  const header = fields.map((field) => field.title.vi);
  const example = fields.map((field) => field.example);
  if (format === 'csv') return csvOf([header, example]);
  const headers: Cell[] = fields.map(({ title: { vi }, required }) => ({
    text: required ? `${vi} *` : vi,
    look: 'header',
  }));
  const notes = fields.map((field): Cell[] => [
    { text: field.title.vi, look: 'header' },
    field.required ? 'Bắt buộc · Required' : 'Không bắt buộc · Optional',
    field.note.vi,
    { text: field.note.en, look: 'note' },
  ]);
  return xlsxOf([
    {
      name: title.vi,
      widths: fields.map(({ example, title: { vi } }) => Math.max(vi.length, example.length, 10) + 4),
      frozenRows: 1,
      rows: [headers, example],
    },
    { name: 'Hướng dẫn', widths: [24, 26, 70, 70], rows: notes },
  ]);
}

/** The faulty rows as they were sent, and what is wrong with each: to be corrected and sent again. */
export function errorsOf(
  imports: ImportsClient,
  { id, columns }: ImportView,
  { fields }: ImportKindView,
  caller: Caller,
  format: FileFormat,
): Readable {
  const header = [...columns.map((column) => headerOf(column, fields)), faultsHeader];
  const rows = faultyRows(imports, id, caller);
  if (format === 'csv')
    return csvOf(withHeader(header, rows, (row) => [...cellsOf(row, columns), wordsOf(row)]));
  const look = 'header';
  return xlsxOf([
    {
      name: 'Các dòng lỗi',
      widths: [...columns.map(() => 20), 80],
      frozenRows: 1,
      rows: withHeader<Cell>(
        header.map((text) => ({ text, look })),
        rows,
        (row) => marked(row, columns),
      ),
    },
  ]);
}

/** A header merged over two columns tells less of a few rows than of the whole list: parts are called what they are. */
const headerOf = ({ header, field }: ImportColumn, fields: ImportKindView['fields']): string => {
  const part = fields.find(({ name, partOf }) => name === field && partOf !== null);
  return part?.title.vi ?? header;
};

async function* faultyRows(
  imports: ImportsClient,
  importId: string,
  caller: Caller,
): AsyncGenerator<ImportRow> {
  let cursor: string | null = null;
  do {
    const { items, nextCursor } = await imports.rows(
      { importId, outcome: 'error', limit: perPage, ...(cursor !== null && { cursor }) },
      caller,
    );
    yield* items;
    cursor = nextCursor;
  } while (cursor !== null);
}

async function* withHeader<C>(
  header: readonly C[],
  rows: AsyncIterable<ImportRow>,
  toCells: (row: ImportRow) => readonly C[],
): AsyncGenerator<readonly C[]> {
  yield header;
  for await (const row of rows) yield toCells(row);
}

/** Rows may be shorter than the header. */
const cellsOf = ({ cells }: ImportRow, columns: readonly ImportColumn[]): string[] =>
  columns.map(({ column }) => cells[column - 1] ?? '');

const wordsOf = ({ faults }: ImportRow): string => faults.map(({ message }) => message.vi).join('; ');

function marked(row: ImportRow, columns: readonly ImportColumn[]): Cell[] {
  const faulty = new Set(row.faults.map(({ column }) => column));
  const cells = cellsOf(row, columns).map((text, i): Cell =>
    faulty.has(columns[i]?.column ?? null) ? { text, look: 'fault' } : text,
  );
  return [...cells, { text: wordsOf(row), look: 'fault' }];
}

import type { Caller } from '@diemcau/contracts/core/caller';
import type { InventoryClient, InventoryColumn, InventoryRow } from '@diemcau/contracts/meetings/inventory';
import { csvOf } from '@diemcau/spreadsheets/write/csv';
import { type Cell, xlsxOf } from '@diemcau/spreadsheets/write/xlsx';
import type { Readable } from 'node:stream';
import { faultsHeader, type FileFormat } from '../identity/imports-files.js';

/** A header, one example, and a second sheet that says what belongs where. */
export function templateFile(columns: readonly InventoryColumn[], format: FileFormat): Readable {
  const example = columns.map((column) => column.example);
  if (format === 'csv') return csvOf([columns.map(({ title }) => title), example]);
  const header = columns.map(({ title, required }): Cell => ({
    text: required ? `${title} *` : title,
    look: 'header',
  }));
  const notes = columns.map(({ title, required, note }): Cell[] => [
    { text: title, look: 'header' },
    required ? 'Bắt buộc · Required' : 'Không bắt buộc · Optional',
    note.vi,
    { text: note.en, look: 'note' },
  ]);
  return xlsxOf([
    { name: 'Kiểm kê', widths: columns.map(() => 26), frozenRows: 1, rows: [header, example] },
    { name: 'Hướng dẫn', widths: [24, 26, 70, 70], rows: notes },
  ]);
}

/** The faulty rows as they were sent, and what is wrong with each: to be corrected and sent again. */
export function errorsFile(
  inventory: InventoryClient,
  importId: string,
  header: readonly string[],
  caller: Caller,
): Readable {
  async function* rows(): AsyncGenerator<readonly Cell[]> {
    yield [...header, faultsHeader].map((text): Cell => ({ text, look: 'header' }));
    let cursor: string | null = null;
    do {
      const page: Awaited<ReturnType<InventoryClient['rows']>> = await inventory.rows(
        { importId, outcome: 'error', limit: 200, ...(cursor !== null && { cursor }) },
        caller,
      );
      for (const row of page.items) yield marked(row, header.length);
      cursor = page.nextCursor;
    } while (cursor !== null);
  }
  return xlsxOf([
    { name: 'Các dòng lỗi', widths: [...header.map(() => 22), 80], frozenRows: 1, rows: rows() },
  ]);
}

/** Rows may be shorter than the header. */
function marked({ cells, faults }: InventoryRow, columns: number): Cell[] {
  const faulty = new Set(faults.map(({ column }) => column));
  const shown = Array.from({ length: columns }, (_, i): Cell =>
    faulty.has(i + 1) ? { text: cells[i] ?? '', look: 'fault' } : (cells[i] ?? ''),
  );
  return [...shown, { text: faults.map(({ message }) => message.vi).join('; '), look: 'fault' }];
}

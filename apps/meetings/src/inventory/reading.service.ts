import { Failure } from '@diemcau/contracts/core/failure';
import {
  inventoryErrors,
  type InventoryField,
  inventoryMaxRows,
} from '@diemcau/contracts/meetings/inventory';
import { SpreadsheetFault } from '@diemcau/spreadsheets/read/fault';
import type { Row } from '@diemcau/spreadsheets/read/row';
import { readInWorker } from '@diemcau/spreadsheets/worker/read-in-worker';
import { Injectable } from '@nestjs/common';
import { fieldsOf } from './columns.js';
import type { RawRow } from './judge.js';

export interface ReadFile {
  readonly header: readonly string[];
  readonly fields: readonly (InventoryField | null)[];
  readonly rows: readonly RawRow[];
}

/** Titles of departments and dates stand above the table. */
const headerWithin = 20;

/** A file as it was sent: in a thread of its own, so that nobody waits for a table to be unpacked. */
@Injectable()
export class InventoryReadingService {
  /** @throws Failure `inventory.badFile` with the reason, `.empty`, `.noHeader`, `.tooManyRows` */
  async read(bytes: Buffer): Promise<ReadFile> {
    if (bytes.length === 0) throw new Failure(inventoryErrors.empty);
    const rows = await allRows(bytes);
    if (rows.length === 0) throw new Failure(inventoryErrors.empty);
    for (const [i, { cells }] of rows.slice(0, headerWithin).entries()) {
      const fields = fieldsOf(cells);
      if (!fields) continue;
      const below = rows.slice(i + 1).map(toRaw);
      if (below.length === 0) throw new Failure(inventoryErrors.empty);
      if (below.length > inventoryMaxRows) throw new Failure(inventoryErrors.tooManyRows);
      return { header: cells.map((cell) => cell.slice(0, 200)), fields, rows: below };
    }
    throw new Failure(inventoryErrors.noHeader);
  }
}

const toRaw = ({ number, cells, doubts }: Row): RawRow => ({
  row: number,
  cells,
  doubts: doubts.map(({ column }) => column),
});

async function allRows(bytes: Buffer): Promise<Row[]> {
  const rows: Row[] = [];
  try {
    for await (const batch of readInWorker(bytes)) {
      rows.push(...batch);
      if (rows.length > inventoryMaxRows + headerWithin) throw new Failure(inventoryErrors.tooManyRows);
    }
    return rows;
  } catch (error) {
    if (!(error instanceof SpreadsheetFault)) throw error;
    const { code, vi, en, place } = error;
    throw new Failure({ ...inventoryErrors.badFile, vi, en }, { reason: code, ...place });
  }
}

import type { Caller } from '@diemcau/contracts/core/caller';
import type { ImportRowPage, ImportRowQuery } from '@diemcau/contracts/identity/imports';
import { foldedSql } from '@diemcau/service/database/folded-sql';
import { pageOf, positionOf, wordPatterns } from '@diemcau/service/database/paging';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { KindsService } from './kinds.service.js';
import { type StoredRow, toRow } from './stored-rows.js';
import { importSeenBy } from './visible.js';

/** Of the cells in one answer: the bus carries 1 MiB. */
const mostChars = 200_000;

const isRow = (key: string): boolean => /^\d{1,9}$/.test(key);

/** The rows of an import, and what each would do or did. */
@Injectable()
export class ImportRowsService {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly kinds: KindsService,
  ) {}

  /** In the order of the spreadsheet. @throws Failure `imports.notFound` */
  async list(query: ImportRowQuery, caller: Caller): Promise<ImportRowPage> {
    const { importId, limit = 50, cursor, outcome = null, q } = query;
    const { kind } = await importSeenBy(this.database.manager, importId, caller);
    const fields = this.kinds.of(kind).fields.map(({ name }) => name);
    const after = positionOf(cursor, isRow);
    const rows = await this.database.query<StoredRow[]>(
      `SELECT row, outcome, cells, values, changes, faults, subject_id AS "subjectId" FROM import_rows
       WHERE import_id = $1 AND ($2::text IS NULL OR outcome = $2) AND row > $3
         AND (cardinality($4::text[]) = 0 OR ${foldedSql('cells::text')} LIKE ALL ($4))
       ORDER BY row LIMIT $5`,
      [importId, outcome, Number(after?.key ?? 0), wordPatterns(q), limit + 1],
    );
    const { items, nextCursor } = pageOf(rows, Math.min(limit, fitting(rows)), ({ row }) => ({
      key: String(row),
      id: importId,
    }));
    return { items: items.map((row) => toRow(row, fields)), nextCursor };
  }
}

/** How many of the rows go into one message. */
function fitting(rows: readonly StoredRow[]): number {
  let chars = 0;
  const tooMany = rows.findIndex(({ cells }) => {
    chars += cells.reduce((sum, cell) => sum + cell.length, 0);
    return chars > mostChars;
  });
  return tooMany === -1 ? rows.length : Math.max(1, tooMany);
}

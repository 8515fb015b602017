import { type Caller, grantsOf } from '@diemcau/contracts/core/caller';
import { Failure } from '@diemcau/contracts/core/failure';
import {
  type AuditDetailPage,
  type AuditEntryDetail,
  auditErrors,
  type AuditFilter,
  type AuditPage,
  type AuditQuery,
} from '@diemcau/contracts/identity/audit';
import { pageOf, positionOf, wordPatterns } from '@diemcau/service/database/paging';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { AuditService } from './audit.service.js';
import { conditionOf, noWords, type Words } from './filter.js';
import {
  type DetailRow,
  detailColumns,
  type EntryRow,
  entryColumns,
  joins,
  toDetail,
  toEntry,
} from './views.js';

/** As our cursors write it. */
const isSequence = (key: string): boolean => /^\d{1,16}$/.test(key);

/** The log for who may read it; newest first unless told. */
@Injectable()
export class SearchService {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly audit: AuditService,
  ) {}

  async list(query: AuditQuery, caller: Caller): Promise<AuditPage> {
    const { items, nextCursor } = await this.page<EntryRow>(entryColumns, query, caller);
    return { items: items.map(toEntry), nextCursor };
  }

  /** Reading the log in bulk is itself told; the first page tells it. */
  async export(query: AuditQuery, caller: Caller): Promise<AuditDetailPage> {
    const { items, nextCursor } = await this.page<DetailRow>(detailColumns, query, caller);
    const { cursor, limit: _limit, sort: _sort, ...filter } = query;
    if (cursor === undefined) await this.tell(filter, caller);
    return { items: items.map(toDetail), nextCursor };
  }

  /** @throws Failure `audit.notFound`, also for an entry outside the caller's units */
  async find(entryId: string, caller: Caller): Promise<AuditEntryDetail> {
    const { sql, values } = conditionOf(grantsOf(caller, 'audit.read'), {}, noWords);
    const [row] = await this.database.query<DetailRow[]>(
      `SELECT ${detailColumns} FROM audit_entries entry ${joins} WHERE ${sql} AND entry.id = $${values.length + 1}`,
      [...values, entryId],
    );
    if (!row) throw new Failure(auditErrors.notFound, { entryId });
    return toDetail(row);
  }

  private async page<Row extends AuditRow>(columns: string, query: AuditQuery, caller: Caller) {
    const { limit = 50, cursor, q, sort = '-at' } = query;
    const [beyond, direction, start] =
      sort === 'at' ? ['>', 'ASC', 0] : ['<', 'DESC', Number.MAX_SAFE_INTEGER];
    const after = positionOf(cursor, isSequence);
    const { sql, values } = conditionOf(grantsOf(caller, 'audit.read'), query, wordsOf(q));
    const rows = await this.database.query<Row[]>(
      // The names are looked up for the page alone.
      `SELECT ${columns} FROM (
         SELECT entry.* FROM audit_entries entry
         WHERE ${sql} AND entry.sequence ${beyond} $${values.length + 1}
         ORDER BY entry.sequence ${direction} LIMIT $${values.length + 2}
       ) entry ${joins} ORDER BY entry.sequence ${direction}`,
      [...values, after?.key ?? start, limit + 1],
    );
    return pageOf(rows, limit, ({ sequence, id }) => ({ key: sequence, id }));
  }

  private async tell(filter: AuditFilter, caller: Caller): Promise<void> {
    await this.audit.record(this.database.manager, caller, {
      action: 'audit.export',
      unitId: null,
      object: { kind: 'audit', id: 'export' },
      after: filter,
    });
  }
}

type AuditRow = Pick<EntryRow, 'id' | 'sequence'>;

/** In what is told accents as written: it is data of every kind. */
const wordsOf = (q = ''): Words => ({
  told: q
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '')
    .map((word) => `%${word.replace(/[\\%_]/g, '\\$&')}%`),
  named: wordPatterns(q),
});

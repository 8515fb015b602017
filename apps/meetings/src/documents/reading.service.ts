import { type Caller, mayOn } from '@diemcau/contracts/core/caller';
import { commonFailures, Failure } from '@diemcau/contracts/core/failure';
import type { Permission } from '@diemcau/contracts/identity/permissions';
import {
  type DocumentPage,
  type DocumentQuery,
  type SiteDocument,
  siteDocumentErrors,
  type SiteDocumentList,
} from '@diemcau/contracts/meetings/site-documents';
import { scopeOf, withinScope } from '@diemcau/service/auth/scope';
import { pageOf, positionOf } from '@diemcau/service/database/paging';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { FilesService } from '../files/files.service.js';
import { SitesService } from '../sites/sites.service.js';
import { SiteStandingService } from '../sites/standing.service.js';
import { documentColumns, type DocumentRow, documentTables, toDto, validitySql } from './document-row.js';

/** Without an end: after all others. */
const end = `coalesce(d.valid_to, '2999-12-31')`;
const isDay = (key: string): boolean => /^\d{4}-\d\d-\d\d$/.test(key) && !Number.isNaN(Date.parse(key));

@Injectable()
export class DocumentsReadingService {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly sites: SitesService,
    private readonly files: FilesService,
    private readonly standing: SiteStandingService,
  ) {}

  /** @throws Failure `sites.notFound` */
  async of(siteId: string, caller: Caller): Promise<SiteDocumentList> {
    await this.sites.allowing(caller, 'sites.read', siteId);
    const rows = await this.database.query<DocumentRow[]>(
      `SELECT ${documentColumns(2)} FROM ${documentTables} WHERE d.site_id = $1 ORDER BY d.kind, ${end} DESC, d.id`,
      [siteId, this.standing.today()],
    );
    return { items: await this.whole(rows) };
  }

  async list(query: DocumentQuery, caller: Caller): Promise<DocumentPage> {
    const { limit = 50, unitId = null, kind = null, validity = null } = query;
    const { exactly, below } = scopeOf(caller, 'sites.read');
    const after = positionOf(query.cursor, isDay);
    const rows = await this.database.query<DocumentRow[]>(
      `SELECT ${documentColumns(3)} FROM ${documentTables}
       WHERE ${withinScope('s', 1)} AND s.state <> 'retired' AND ($4::uuid IS NULL OR s.unit_path @> ARRAY[$4::uuid])
         AND ($5::text IS NULL OR d.kind = $5) AND ($6::text IS NULL OR ${validitySql(3)} = $6)
         AND ($7::date IS NULL OR (${end}, d.id) > ($7, $8::uuid)) ORDER BY ${end}, d.id LIMIT $9`,
      [
        exactly,
        below,
        this.standing.today(),
        unitId,
        kind,
        validity,
        after?.key ?? null,
        after?.id ?? null,
        limit + 1,
      ],
    );
    const page = pageOf(rows, limit, ({ validTo, id }) => ({ key: validTo ?? '2999-12-31', id }));
    return { items: await this.whole(page.items), nextCursor: page.nextCursor };
  }

  /** @throws Failure `siteDocuments.notFound`, `common.notAllowed` */
  async allowing(
    manager: EntityManager,
    caller: Caller,
    permission: Permission,
    documentId: string,
  ): Promise<DocumentRow> {
    const [row] = await manager.query<DocumentRow[]>(
      `SELECT ${documentColumns(2)} FROM ${documentTables} WHERE d.id = $1 FOR NO KEY UPDATE OF d`,
      [documentId, this.standing.today()],
    );
    if (!row || !mayOn(caller, 'sites.read', row.unitPath)) {
      throw new Failure(siteDocumentErrors.notFound, { documentId });
    }
    if (!mayOn(caller, permission, row.unitPath)) throw new Failure(commonFailures.notAllowed);
    return row;
  }

  /** For whoever just changed it. */
  async known(documentId: string): Promise<SiteDocument> {
    const rows = await this.database.query<[DocumentRow]>(
      `SELECT ${documentColumns(2)} FROM ${documentTables} WHERE d.id = $1`,
      [documentId, this.standing.today()],
    );
    const [document] = await this.whole(rows);
    if (!document) throw new Failure(siteDocumentErrors.notFound, { documentId });
    return document;
  }

  private async whole(rows: readonly DocumentRow[]): Promise<SiteDocument[]> {
    const files = await this.files.named(
      this.database.manager,
      rows.flatMap(({ fileId }) => fileId ?? []),
    );
    return rows.map((row) => toDto(row, files));
  }
}

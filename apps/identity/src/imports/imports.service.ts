import { type Caller, grantsOf } from '@diemcau/contracts/core/caller';
import { Failure } from '@diemcau/contracts/core/failure';
import {
  importErrors,
  type ImportPage,
  type ImportQuery,
  type ImportState,
  type ImportView,
  type MapColumns,
} from '@diemcau/contracts/identity/imports';
import { currentRequest } from '@diemcau/service/log/request-context';
import { foldedSql } from '@diemcau/service/database/folded-sql';
import { pageOf, positionOf, wordPatterns } from '@diemcau/service/database/paging';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { AuditService } from '../audit/audit.service.js';
import { actorIdOf, importColumns, type ImportRecord } from './import-row.js';
import { toView } from './import-view.js';
import { ImportsRunner } from './imports.runner.js';
import { isWholeAndParts } from './kinds/fields.js';
import { KindsService } from './kinds.service.js';
import { SlipsService } from './slips.service.js';
import { importerOf, importSeenBy } from './visible.js';

const isInstant = (key: string): boolean => !Number.isNaN(Date.parse(key));
const open: readonly ImportState[] = ['uploading', 'uploaded', 'reading', 'ready', 'running'];

/** Imports as their importers see and steer them. */
@Injectable()
export class ImportsService {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly kinds: KindsService,
    private readonly audit: AuditService,
    private readonly runner: ImportsRunner,
    private readonly slips: SlipsService,
  ) {}

  /** The latest first. */
  async list({ limit = 50, cursor, kind, q }: ImportQuery, caller: Caller): Promise<ImportPage> {
    const importer = importerOf(caller);
    const whole = grantsOf(caller, 'users.import').filter(({ subtree }) => subtree);
    const after = positionOf(cursor, isInstant);
    const rows = await this.database.query<ImportRecord[]>(
      `SELECT ${importColumns} FROM imports
       WHERE (actor_id = $1 OR province_id IN (SELECT u.id FROM units u WHERE u.path && $2)) AND ($3::text IS NULL OR kind = $3)
         AND ${foldedSql('file_name')} LIKE ALL ($4)
         AND ($5::timestamptz IS NULL OR (created_at, id) < ($5, $6::uuid))
       ORDER BY created_at DESC, id DESC LIMIT $7`,
      [
        actorIdOf(importer),
        whole.map(({ unitId }) => unitId),
        kind ?? null,
        wordPatterns(q),
        after?.key ?? null,
        after?.id ?? null,
        limit + 1,
      ],
    );
    const position = ({ createdAt, id }: ImportRecord) => ({ key: createdAt.toISOString(), id });
    const { items, nextCursor } = pageOf(rows, limit, position);
    const slips = await this.slips.countOf(items);
    return { items: items.map((record) => toView(record, slips.get(record.id) ?? 0)), nextCursor };
  }

  /** @throws Failure `imports.notFound` */
  async find(importId: string, caller: Caller): Promise<ImportView> {
    return this.view(this.database.manager, importId, caller);
  }

  /** @throws Failure `imports.wrongState`, `imports.unknownField` */
  async map({ importId, columns }: MapColumns, caller: Caller): Promise<ImportView> {
    const view = await this.database.transaction(async (manager) => {
      const record = await this.inState(manager, importId, ['ready'], caller);
      const specs = this.kinds.of(record.kind).fields;
      const known = new Set(specs.map(({ name }) => name));
      const fields = columns.map(({ field }) => field);
      const places = columns.map(({ column }) => column);
      const areSound =
        fields.every((field) => known.has(field)) &&
        new Set(fields).size === fields.length &&
        new Set(places).size === places.length &&
        !isWholeAndParts(specs, new Set(fields));
      if (!areSound) throw new Failure(importErrors.unknownField);
      await manager.query(
        `UPDATE imports SET state = 'uploaded', chosen = $2, claimed_until = NULL, attempts = 0 WHERE id = $1`,
        [importId, JSON.stringify(columns)],
      );
      return this.view(manager, importId, caller);
    });
    this.runner.poke();
    return view;
  }

  /** @throws Failure `imports.wrongState`, also while it is not known which column is which */
  async start(importId: string, caller: Caller): Promise<ImportView> {
    const view = await this.database.transaction(async (manager) => {
      const { fault, counts, provinceId, kind } = await this.inState(manager, importId, ['ready'], caller);
      if (fault) throw new Failure(importErrors.wrongState, { fault: fault.code });
      await manager.query(
        `UPDATE imports SET state = 'running', done = 0, total = $2, actor_id = $3, caller = $4, asked = $5,
                claimed_until = NULL, attempts = 0
         WHERE id = $1`,
        [
          importId,
          counts.create + counts.change,
          actorIdOf(importerOf(caller)),
          importerOf(caller),
          currentRequest() ?? { requestId: importId },
        ],
      );
      await this.audit.record(manager, caller, {
        action: 'imports.start',
        unitId: provinceId,
        object: { kind: 'import', id: importId },
        after: { kind, ...counts },
      });
      return this.view(manager, importId, caller);
    });
    this.runner.poke();
    return view;
  }

  /** What was written stays. @throws Failure `imports.wrongState` when it has ended */
  async cancel(importId: string, caller: Caller): Promise<ImportView> {
    return this.database.transaction(async (manager) => {
      const { provinceId, state } = await this.inState(manager, importId, open, caller);
      await manager.query(`UPDATE imports SET state = 'cancelled', finished_at = now() WHERE id = $1`, [
        importId,
      ]);
      await manager.query('DELETE FROM import_files WHERE import_id = $1', [importId]);
      await this.audit.record(manager, caller, {
        action: 'imports.cancel',
        unitId: provinceId,
        object: { kind: 'import', id: importId },
        before: { state },
      });
      return this.view(manager, importId, caller);
    });
  }

  private async view(manager: EntityManager, importId: string, caller: Caller): Promise<ImportView> {
    const record = await importSeenBy(manager, importId, caller);
    const slips = await this.slips.countOf([record], manager);
    return toView(record, slips.get(importId) ?? 0);
  }

  private async inState(
    manager: EntityManager,
    importId: string,
    states: readonly ImportState[],
    caller: Caller,
  ): Promise<ImportRecord> {
    const record = await importSeenBy(manager, importId, caller, true);
    if (!states.includes(record.state)) throw new Failure(importErrors.wrongState, { state: record.state });
    return record;
  }
}

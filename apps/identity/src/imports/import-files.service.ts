import { type Caller, grantsOf } from '@diemcau/contracts/core/caller';
import { commonFailures, Failure } from '@diemcau/contracts/core/failure';
import {
  type BeginImport,
  importErrors,
  importMaxBytes,
  type ImportPart,
  importPartBytes,
  type ImportView,
  type ImportWhole,
} from '@diemcau/contracts/identity/imports';
import { currentRequest } from '@diemcau/service/log/request-context';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { randomUUID } from 'node:crypto';
import { DataSource } from 'typeorm';
import { AuditService } from '../audit/audit.service.js';
import { actorIdOf } from './import-row.js';
import { toView } from './import-view.js';
import { ImportsRunner } from './imports.runner.js';
import { importerOf, importSeenBy } from './visible.js';

/** Imports of one person or program that are not at their end. */
const mostOpen = 20;

/** Takes files in, part by part. */
@Injectable()
export class ImportFilesService {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly audit: AuditService,
    private readonly runner: ImportsRunner,
  ) {}

  /** @throws Failure `imports.whichProvince`, `imports.tooMany` */
  async begin({ kind, fileName, unitId }: BeginImport, caller: Caller): Promise<ImportView> {
    const importer = importerOf(caller);
    const provinceId = await this.provinceOf(unitId, caller);
    const id = randomUUID();
    await this.database.transaction(async (manager) => {
      await manager.query(`SELECT pg_advisory_xact_lock(hashtext($1))`, [
        `imports of ${actorIdOf(importer)}`,
      ]);
      const [{ open }] = await manager.query<[{ open: number }]>(
        'SELECT count(*)::int AS open FROM imports WHERE actor_id = $1 AND finished_at IS NULL',
        [actorIdOf(importer)],
      );
      if (open >= mostOpen) throw new Failure(importErrors.tooMany);
      await manager.query(
        `INSERT INTO imports (id, province_id, kind, file_name, state, actor_id, caller, asked, created_by)
         VALUES ($1, $2, $3, $4, 'uploading', $5, $6, $7,
                 coalesce((SELECT display_name FROM users WHERE id = $5), 'API'))`,
        [
          id,
          provinceId,
          kind,
          fileName,
          actorIdOf(importer),
          importer,
          currentRequest() ?? { requestId: id },
        ],
      );
      const object = { kind: 'import', id };
      await this.audit.record(manager, caller, {
        action: 'imports.begin',
        unitId: provinceId,
        object,
        after: { kind, fileName },
      });
    });
    return toView(await importSeenBy(this.database.manager, id, caller), 0);
  }

  /** @throws Failure `common.tooLarge` for the part or the file, `imports.wrongState` */
  async addPart({ importId, sequence, data }: ImportPart, caller: Caller): Promise<void> {
    const bytes = Buffer.from(data, 'base64');
    if (bytes.length === 0 || bytes.length > importPartBytes) throw new Failure(commonFailures.tooLarge);
    const { state } = await importSeenBy(this.database.manager, importId, caller);
    if (state !== 'uploading') throw new Failure(importErrors.wrongState, { state });
    // Parts but the last are of full size, so their number bounds the file.
    if (sequence * importPartBytes >= importMaxBytes) throw new Failure(commonFailures.tooLarge);
    await this.database.query(
      'INSERT INTO import_files (import_id, sequence, data) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING',
      [importId, sequence, bytes],
    );
  }

  /** @throws Failure `imports.incomplete`, `imports.empty`, `imports.wrongState` */
  async complete({ importId, parts, bytes }: ImportWhole, caller: Caller): Promise<ImportView> {
    const view = await this.database.transaction(async (manager) => {
      const { state } = await importSeenBy(manager, importId, caller, true);
      if (state !== 'uploading') throw new Failure(importErrors.wrongState, { state });
      if (bytes === 0) throw new Failure(importErrors.empty);
      const [there] = await manager.query<[{ parts: number; bytes: number }]>(
        `SELECT count(*)::int AS parts, coalesce(sum(octet_length(data)), 0)::int AS bytes
         FROM import_files WHERE import_id = $1 AND sequence < $2`,
        [importId, parts],
      );
      if (there.parts !== parts || there.bytes !== bytes) throw new Failure(importErrors.incomplete);
      await manager.query(`UPDATE imports SET state = 'uploaded' WHERE id = $1`, [importId]);
      return toView(await importSeenBy(manager, importId, caller), 0);
    });
    this.runner.poke();
    return view;
  }

  private async provinceOf(unitId: string | undefined, caller: Caller): Promise<string> {
    const held = grantsOf(caller, 'users.import').map((grant) => grant.unitId);
    if (held.length === 0) throw new Failure(commonFailures.notAllowed);
    const provinces = await this.database.query<{ id: string }[]>(
      `SELECT DISTINCT province_id AS id FROM units
       WHERE id = ANY ($1) AND ($2::uuid IS NULL OR province_id = (SELECT province_id FROM units WHERE id = $2))`,
      [held, unitId ?? null],
    );
    const [first, second] = provinces;
    if (!first) throw new Failure(commonFailures.notAllowed);
    if (second) throw new Failure(importErrors.whichProvince);
    return first.id;
  }
}

import type { Caller } from '@diemcau/contracts/core/caller';
import { commonFailures, Failure } from '@diemcau/contracts/core/failure';
import { equipmentErrors } from '@diemcau/contracts/meetings/equipment';
import {
  inventoryErrors,
  type InventoryField,
  type InventoryFile,
  type InventoryImport,
} from '@diemcau/contracts/meetings/inventory';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { randomUUID } from 'node:crypto';
import { DataSource, type EntityManager } from 'typeorm';
import { refusedBy } from '@diemcau/service/database/refused-by';
import { type Judged, judgeRows, type RawRow } from './judge.js';
import { InventoryReadingService } from './reading.service.js';
import { importColumns, type ImportRow, toImport } from './import-row.js';
import { WorldsService } from './worlds.service.js';
import { InventoryWriterService } from './writer.service.js';

/** A file is judged once when it comes and once more, against what is true then, in the transaction that writes it. */
@Injectable()
export class InventoryImportsService {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly reading: InventoryReadingService,
    private readonly worlds: WorldsService,
    private readonly writer: InventoryWriterService,
  ) {}

  /** @throws Failure `inventory.badFile`, `.empty`, `.noHeader`, `.tooManyRows` */
  async check({ fileName, data }: InventoryFile, caller: Caller): Promise<InventoryImport> {
    const ownerId = ownerOf(caller);
    const { header, fields, rows } = await this.reading.read(Buffer.from(data, 'base64'));
    return this.database.transaction(async (manager) => {
      const judged = judgeRows(rows, fields, await this.worlds.of(manager, rows, fields, caller));
      const id = randomUUID();
      await manager.query(
        `INSERT INTO inventory_imports (id, owner_id, file_name, header, fields) VALUES ($1, $2, $3, $4, $5)`,
        [id, ownerId, fileName, header, JSON.stringify(fields)],
      );
      await manager.query(
        `INSERT INTO inventory_rows (import_id, row, cells, doubts, outcome, changes, faults)
         SELECT $1, r.* FROM jsonb_to_recordset($2)
           AS r (row int, cells jsonb, doubts jsonb, outcome text, changes jsonb, faults jsonb)`,
        [id, JSON.stringify(judged.map((one, i) => ({ ...rows[i], ...one, plan: undefined })))],
      );
      return this.known(manager, id, ownerId);
    });
  }

  /** @throws Failure `inventory.notFound`, also for another's */
  async find(importId: string, caller: Caller): Promise<InventoryImport> {
    return this.known(this.database.manager, importId, ownerOf(caller));
  }

  /** @throws Failure `inventory.notFound`; `equipment.serialTaken` when somebody adds one of them meanwhile: try again */
  async write(importId: string, caller: Caller): Promise<InventoryImport> {
    const ownerId = ownerOf(caller);
    return refusedBy('devices_serial', equipmentErrors.serialTaken, () =>
      this.database.transaction(async (manager) => {
        const [found] = await manager.query<{ state: string; fields: (InventoryField | null)[] }[]>(
          'SELECT state, fields FROM inventory_imports WHERE id = $1 AND owner_id = $2 FOR NO KEY UPDATE',
          [importId, ownerId],
        );
        if (!found) throw new Failure(inventoryErrors.notFound, { importId });
        if (found.state === 'written') return this.known(manager, importId, ownerId);
        await manager.query(`SELECT pg_advisory_xact_lock(hashtext('meetings.inventory'))`);
        const rows = await manager.query<RawRow[]>(
          'SELECT row, cells, doubts FROM inventory_rows WHERE import_id = $1 ORDER BY row',
          [importId],
        );
        const judged = judgeRows(
          rows,
          found.fields,
          await this.worlds.of(manager, rows, found.fields, caller),
        );
        await this.writer.write(manager, importId, judged.flatMap(toWrite), caller);
        await keepJudgement(manager, importId, judged);
        await manager.query(
          `UPDATE inventory_imports SET state = 'written', written_at = now() WHERE id = $1`,
          [importId],
        );
        return this.known(manager, importId, ownerId);
      }),
    );
  }

  private async known(manager: EntityManager, id: string, ownerId: string): Promise<InventoryImport> {
    const [row] = await manager.query<ImportRow[]>(
      `SELECT ${importColumns} FROM inventory_imports m WHERE m.id = $1 AND m.owner_id = $2`,
      [id, ownerId],
    );
    if (!row) throw new Failure(inventoryErrors.notFound, { importId: id });
    return toImport(row);
  }
}

const toWrite = ({ plan, outcome }: Judged) =>
  plan && (outcome === 'create' || outcome === 'change') ? [plan] : [];

/** What became of each row, where that is another than the dry run said. */
async function keepJudgement(
  manager: EntityManager,
  importId: string,
  judged: readonly Judged[],
): Promise<void> {
  await manager.query(
    `UPDATE inventory_rows i SET outcome = r.outcome, changes = r.changes, faults = r.faults
     FROM jsonb_to_recordset($2) AS r (row int, outcome text, changes jsonb, faults jsonb)
     WHERE i.import_id = $1 AND i.row = r.row AND i.outcome <> r.outcome`,
    [importId, JSON.stringify(judged.map(({ plan: _plan, ...one }) => one))],
  );
}

export function ownerOf(caller: Caller): string {
  if (caller.kind === 'user') return caller.userId;
  if (caller.kind === 'key') return caller.keyId;
  throw new Failure(commonFailures.signInNeeded);
}

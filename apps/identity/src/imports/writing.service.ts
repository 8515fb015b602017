import type { Caller } from '@diemcau/contracts/core/caller';
import { ImportFacts } from '@diemcau/contracts/identity/import-facts';
import type { ImportCounts, ImportFault } from '@diemcau/contracts/identity/imports';
import { Facts } from '@diemcau/service/facts/facts';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { AuditService } from '../audit/audit.service.js';
import { ActorsService } from './actors.service.js';
import { isCollision, isViolation } from './database-errors.js';
import { rightsGone } from './file-faults.js';
import type { Item, KindRun, Verdict } from './kinds/import-kind.js';
import { KindsService } from './kinds.service.js';
import type { Lease } from './lease.js';
import { noteWritten, recount, waitingRows, type WaitingRow } from './written-rows.js';

/** Fewer would cost more round trips; more live long enough to fill the old generation of the heap. */
const batchRows = 100;
/** Two imports that touch the same people may stop each other; PostgreSQL then gives one of them up. */
const tries = 5;

const raced: Verdict = {
  outcome: 'error',
  subjectId: null,
  changes: [],
  faults: [{ field: null, code: 'raced' }],
};

/**
 * Writes the rows of an import that are not faulty, batch by batch: each is whole or not there. What each row means is
 * found out anew, so that a dry run of yesterday does no harm, and a batch that a crash cut off is simply done again.
 */
@Injectable()
export class WritingService {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly kinds: KindsService,
    private readonly actors: ActorsService,
    private readonly audit: AuditService,
    private readonly facts: Facts,
  ) {}

  /** @param goOn throws when the process is about to stop */
  async run(lease: Lease, goOn: () => void): Promise<void> {
    const { record } = lease;
    let caller: Caller = record.caller;
    const kind = this.kinds.of(record.kind);
    const run = kind.begin(() => ({ caller, provinceId: record.provinceId }));
    let after = 0;
    for (;;) {
      goOn();
      const current = await this.actors.callerOf(record);
      if (!current) return this.finish(lease, 'failed', rightsGone);
      caller = current;
      const waiting: WaitingRow[] = await waitingRows(this.database.manager, record.id, after, batchRows);
      if (waiting.length === 0) return this.finish(lease, 'done', null);
      await this.writeAll(lease, run, waiting);
      after = waiting.at(-1)?.row ?? after;
    }
  }

  /** A row that the database refuses for a reason nobody foresaw must not hold up the others: halves are tried apart. */
  private async writeAll(lease: Lease, run: KindRun, rows: readonly WaitingRow[]): Promise<void> {
    try {
      await this.writeOnce(lease, (manager) => run.write(manager, itemsOf(rows)), rows);
    } catch (error) {
      if (!isViolation(error)) throw error;
      if (rows.length === 1) {
        await this.writeOnce(lease, () => Promise.resolve([raced]), rows);
        return;
      }
      const middle = Math.ceil(rows.length / 2);
      await this.writeAll(lease, run, rows.slice(0, middle));
      await this.writeAll(lease, run, rows.slice(middle));
    }
  }

  private async writeOnce(
    lease: Lease,
    write: (manager: EntityManager) => Promise<Verdict[]>,
    rows: readonly WaitingRow[],
    tried = 1,
  ): Promise<void> {
    try {
      await this.database.transaction(async (manager) => {
        const verdicts = await write(manager);
        await noteWritten(manager, lease.record.id, rows, verdicts);
        const { counts, done } = await recount(manager, lease.record.id, rows, verdicts);
        await lease.advance(manager, { done, counts: JSON.stringify(counts satisfies ImportCounts) });
      });
    } catch (error) {
      if (!isCollision(error) || tried === tries) throw error;
      await this.writeOnce(lease, write, rows, tried + 1);
    }
  }

  private async finish(lease: Lease, state: 'done' | 'failed', fault: ImportFault | null): Promise<void> {
    const { id, provinceId, caller, kind } = lease.record;
    await this.database.transaction(async (manager) => {
      await lease.advance(manager, { state, fault: fault && JSON.stringify(fault), finished_at: new Date() });
      await manager.query('DELETE FROM import_files WHERE import_id = $1', [id]);
      const [{ counts }] = await manager.query<[{ counts: ImportCounts }]>(
        'SELECT counts FROM imports WHERE id = $1',
        [id],
      );
      await this.facts.record(manager, ImportFacts.finished, { importIds: [id] });
      const object = { kind: 'import', id };
      const after = { kind, state, ...counts };
      await this.audit.record(manager, caller, {
        action: 'imports.finish',
        unitId: provinceId,
        object,
        after,
      });
    });
  }
}

const itemsOf = (rows: readonly WaitingRow[]): Item[] => rows.map(({ row, values }) => ({ row, values }));

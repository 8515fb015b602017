import type { ImportFault } from '@diemcau/contracts/identity/imports';
import { readInWorker } from '@diemcau/spreadsheets/worker/read-in-worker';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { ActorsService } from './actors.service.js';
import { DryRunner } from './dry-runner.js';
import { noHeader, rightsGone } from './file-faults.js';
import { headerIn } from './kinds/header-in.js';
import { KindsService } from './kinds.service.js';
import type { Lease } from './lease.js';
import { noCounts } from './stored-rows.js';

/** Rows dealt with in one go: some ten milliseconds of this process's time, between which others are served. */
const batchRows = 250;

/** Reads a file and finds out what each of its rows would do. Begun anew, it throws away what an earlier try has found. */
@Injectable()
export class DryRunService {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly kinds: KindsService,
    private readonly actors: ActorsService,
  ) {}

  /** @param goOn throws when the process is about to stop */
  async run(lease: Lease, goOn: () => void): Promise<void> {
    const { record } = lease;
    const kind = this.kinds.of(record.kind);
    await this.startAnew(lease);
    let runner: DryRunner | null = null;
    for await (const rows of readInWorker(await this.bytesOf(record.id), batchRows)) {
      goOn();
      const caller = await this.actors.callerOf(record);
      if (!caller) return this.finish(lease, 'failed', rightsGone);
      if (runner) {
        await runner.take(rows, caller);
        continue;
      }
      const begun = headerIn(rows, kind.fields, record.chosen);
      if (!begun) return this.finish(lease, 'failed', noHeader);
      const { index, mapping, columns, fault } = begun;
      await lease.advance(this.database.manager, {
        columns: JSON.stringify(columns),
        header_row: rows[index]?.number,
      });
      if (fault) return this.finish(lease, 'ready', fault);
      runner = new DryRunner(this.database, lease, kind, mapping, caller);
      await runner.take(rows.slice(index + 1), caller);
    }
    await this.finish(lease, 'ready', null, runner?.done ?? 0);
  }

  private async startAnew(lease: Lease): Promise<void> {
    await this.database.transaction(async (manager) => {
      await manager.query('DELETE FROM import_rows WHERE import_id = $1', [lease.record.id]);
      const counts = JSON.stringify(noCounts);
      await lease.advance(manager, {
        done: 0,
        total: null,
        counts,
        fault: null,
        columns: '[]',
        header_row: null,
      });
    });
  }

  private async bytesOf(importId: string): Promise<Buffer> {
    const parts = await this.database.query<{ data: Buffer }[]>(
      'SELECT data FROM import_files WHERE import_id = $1 ORDER BY sequence',
      [importId],
    );
    return Buffer.concat(parts.map(({ data }) => data));
  }

  private async finish(
    lease: Lease,
    state: 'ready' | 'failed',
    fault: ImportFault | null,
    total = 0,
  ): Promise<void> {
    await this.database.transaction(async (manager) => {
      await lease.advance(manager, {
        state,
        total,
        fault: fault && JSON.stringify(fault),
        finished_at: state === 'failed' ? new Date() : null,
      });
      if (state === 'failed') {
        await manager.query('DELETE FROM import_files WHERE import_id = $1', [lease.record.id]);
      }
    });
  }
}

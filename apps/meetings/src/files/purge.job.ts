import { Jobs } from '@diemcau/service/jobs/jobs';
import { Clock } from '@diemcau/service/time/clock';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { FileStore } from './file-store.js';

const keptUnusedMs = 24 * 3_600_000;
const atOnce = 100;

/** Throws away what nothing refers to, and uploads that broke off, after a day. */
@Injectable()
export class FilePurgeJob {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly store: FileStore,
    private readonly clock: Clock,
    jobs: Jobs,
  ) {
    jobs.every('meetings.files.purge', '20 * * * *', () => this.purge());
  }

  async purge(): Promise<void> {
    const before = new Date(this.clock.now().getTime() - keptUnusedMs);
    while ((await this.purgeSome(before)) === atOnce);
  }

  /** The bytes first: what is left of a crash is a row, and the next run finds it. */
  private async purgeSome(before: Date): Promise<number> {
    return this.database.transaction(async (manager) => {
      const rows = await manager.query<{ id: string }[]>(
        'SELECT id FROM files WHERE unused_since < $1 ORDER BY unused_since LIMIT $2 FOR UPDATE SKIP LOCKED',
        [before, atOnce],
      );
      for (const { id } of rows) await this.store.delete(id);
      await manager.query('DELETE FROM files WHERE id = ANY ($1)', [rows.map(({ id }) => id)]);
      return rows.length;
    });
  }
}

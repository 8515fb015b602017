import { isDatabaseGone } from '@diemcau/service/database/gone';
import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { beginning, nextHash } from './canonical.js';
import { fieldsOf, sealedColumns, type SealedRow } from './sealed-rows.js';

const sweepEveryMs = 700;
const batch = 1000;

export interface ChainHead {
  /** 0 before the first entry. */
  readonly position: number;
  readonly hash: Buffer;
  readonly sealedAt: Date | null;
}

/** Puts committed entries into the hash chain, one replica at a time, about a second after their commit. */
@Injectable()
export class SealerService implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly log = new Logger(SealerService.name);
  private timer: NodeJS.Timeout | undefined;
  private sealing: Promise<void> = Promise.resolve();
  private stopped = false;

  constructor(@InjectDataSource() private readonly database: DataSource) {}

  onApplicationBootstrap(): void {
    this.schedule();
  }

  async onApplicationShutdown(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    await this.sealing;
  }

  /** Seals what is committed now. @returns how many entries; fewer when another replica is at it */
  async seal(): Promise<number> {
    let sealed = 0;
    let last: number;
    do {
      last = await this.sealBatch();
      sealed += last;
    } while (last === batch && !this.stopped);
    return sealed;
  }

  async head(manager: EntityManager = this.database.manager): Promise<ChainHead> {
    const [head] = await manager.query<{ position: string; hash: Buffer; sealedAt: Date }[]>(
      'SELECT position, hash, sealed_at AS "sealedAt" FROM audit_chain ORDER BY position DESC LIMIT 1',
    );
    return head
      ? { ...head, position: Number(head.position) }
      : { position: 0, hash: beginning, sealedAt: null };
  }

  async waiting(): Promise<number> {
    const [row] = await this.database.query<[{ waiting: number }]>(
      'SELECT count(*)::int AS waiting FROM audit_unsealed',
    );
    return row.waiting;
  }

  private schedule(): void {
    if (this.stopped) return;
    this.timer = setTimeout(() => {
      this.sealing = this.sweep().finally(() => this.schedule());
    }, sweepEveryMs);
  }

  private async sweep(): Promise<void> {
    try {
      // One round trip instead of a transaction's five: the answer is nearly always no.
      const waiting = await this.database.query<unknown[]>('SELECT FROM audit_unsealed LIMIT 1');
      if (waiting.length > 0) await this.seal();
    } catch (error) {
      if (!isDatabaseGone(error)) this.log.error(error);
    }
  }

  private async sealBatch(): Promise<number> {
    return this.database.transaction(async (manager) => {
      const [lock] = await manager.query<[{ mine: boolean }]>(
        `SELECT pg_try_advisory_xact_lock(hashtext('identity.audit.seal')) AS mine`,
      );
      if (!lock.mine) return 0;
      const rows = await manager.query<SealedRow[]>(
        `SELECT ${sealedColumns} FROM audit_unsealed JOIN audit_entries entry USING (sequence)
         ORDER BY sequence LIMIT ${batch}`,
      );
      if (rows.length > 0) await this.append(manager, rows);
      return rows.length;
    });
  }

  private async append(manager: EntityManager, rows: readonly SealedRow[]): Promise<void> {
    const head = await this.head(manager);
    let { hash } = head;
    const hashes = rows.map((row) => (hash = nextHash(hash, fieldsOf(row))));
    await manager.query(
      `INSERT INTO audit_chain (position, entry_id, hash)
       SELECT $1 + row_number() OVER (ORDER BY at), entry_id, hash
       FROM unnest($2::uuid[], $3::bytea[]) WITH ORDINALITY AS sealed (entry_id, hash, at)`,
      [head.position, rows.map(({ id }) => id), hashes],
    );
    await manager.query('DELETE FROM audit_unsealed WHERE sequence = ANY ($1)', [
      rows.map(({ sequence }) => sequence),
    ]);
  }
}

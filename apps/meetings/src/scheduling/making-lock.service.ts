import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';

/** Of 31 bits, so that it is the whole `objid` of its row in `pg_locks`. */
const key = `(hashtext('meetings.making') & 2147483647)`;

/** Says on every replica that meetings of series are being made, so that work which can wait leaves the database to it. */
@Injectable()
export class MakingLockService {
  constructor(@InjectDataSource() private readonly database: DataSource) {}

  /** Until the transaction ends, also by a crash. Those that make do not wait for each other. */
  async hold(manager: EntityManager): Promise<void> {
    await manager.query(`SELECT pg_advisory_xact_lock_shared(${key}::bigint)`);
  }

  /** Looks instead of trying to get the lock: two that look at once would be in each other's way. */
  async isHeld(): Promise<boolean> {
    const held = await this.database.query<unknown[]>(
      `SELECT FROM pg_locks JOIN pg_database ON pg_database.oid = database
       WHERE locktype = 'advisory' AND datname = current_database() AND classid = 0 AND objid = ${key}::oid LIMIT 1`,
    );
    return held.length > 0;
  }
}

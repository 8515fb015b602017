import { randomUUID } from 'node:crypto';
import type { DataSource, EntityManager } from 'typeorm';
import { importColumns, type ImportRecord } from './import-row.js';

/** Seconds after which work that nobody goes on with is taken up by somebody else. */
const leaseS = 15;

/** The import was cancelled, or somebody else has taken it up: what is not committed is void. */
export class LeaseLost extends Error {
  override readonly name = 'LeaseLost';
}

/** The right to work on one import. Every transaction of the work proves it, so two workers never both write. */
export class Lease {
  private constructor(
    readonly record: ImportRecord,
    private readonly holder: string,
  ) {}

  /** The import that has waited longest; null when none waits. */
  static async take(database: DataSource): Promise<Lease | null> {
    const holder = randomUUID();
    const [rows] = await database.query<[ImportRecord[], number]>(
      `UPDATE imports
       SET claimed_by = $1, claimed_until = now() + make_interval(secs => $2), attempts = attempts + 1,
           state = CASE state WHEN 'uploaded' THEN 'reading' ELSE state END
       WHERE id = (SELECT id FROM imports
                   WHERE state IN ('uploaded', 'reading', 'running') AND (claimed_until IS NULL OR claimed_until < now())
                   ORDER BY created_at LIMIT 1 FOR UPDATE SKIP LOCKED)
       RETURNING ${importColumns}`,
      [holder, leaseS],
    );
    return rows[0] ? new Lease(rows[0], holder) : null;
  }

  /**
   * Proves the lease, renews it, and notes how far the work has come, in the transaction of the work itself.
   * @param set columns of `imports` with their new values
   * @throws LeaseLost
   */
  async advance(manager: EntityManager, set: Readonly<Record<string, unknown>>): Promise<void> {
    const names = Object.keys(set);
    const assignments = names.map((name, i) => `${name} = $${i + 5}`);
    const [, changed] = await manager.query<[unknown[], number]>(
      `UPDATE imports SET claimed_until = now() + make_interval(secs => $4), attempts = 0
         ${assignments.map((assignment) => `, ${assignment}`).join('')}
       WHERE id = $1 AND claimed_by = $2 AND state = $3`,
      [this.record.id, this.holder, this.record.state, leaseS, ...Object.values(set)],
    );
    if (changed !== 1) throw new LeaseLost();
  }

  /** Lets somebody else go on, after a while if need be. */
  async giveBack(database: DataSource, afterS: number): Promise<void> {
    await database.query(
      'UPDATE imports SET claimed_until = now() + make_interval(secs => $3) WHERE id = $1 AND claimed_by = $2',
      [this.record.id, this.holder, afterS],
    );
  }
}

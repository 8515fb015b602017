import type { Pool, QueryResultRow } from 'pg';
import type { DataSource } from 'typeorm';
import type { PostgresDriver } from 'typeorm/driver/postgres/PostgresDriver.js';

/**
 * SQL that PostgreSQL parses and plans once per connection instead of at every call: for the few questions everybody asks.
 * Outside transactions only, and the text must not change while the process lives.
 */
export class Statement<Row extends QueryResultRow> {
  /** @param name unique in the service */
  constructor(
    private readonly name: string,
    /** For who must run it inside a transaction. */
    readonly text: string,
  ) {}

  async run(database: DataSource, values: readonly unknown[]): Promise<Row[]> {
    const pool = (database.driver as PostgresDriver).master as Pool;
    const { rows } = await pool.query<Row>({ name: this.name, text: this.text, values: [...values] });
    return rows;
  }
}

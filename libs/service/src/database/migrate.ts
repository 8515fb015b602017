import type { DataSource } from 'typeorm';

/** Brings the schema up to date; replicas that start together wait for each other. */
export async function migrate(database: DataSource, schema: string): Promise<void> {
  const runner = database.createQueryRunner();
  try {
    await runner.query('SELECT pg_advisory_lock(hashtext($1))', [`migrate ${schema}`]);
    await runner.query(`CREATE SCHEMA IF NOT EXISTS "${schema}"`);
    await database.runMigrations({ transaction: 'each' });
  } finally {
    await runner.query('SELECT pg_advisory_unlock(hashtext($1))', [`migrate ${schema}`]);
    await runner.release();
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Writes that clients may send again: neither whose they are nor what was answered can be read from the table alone. */
export class KeyedRequests1763760720001 implements MigrationInterface {
  readonly name = 'KeyedRequests1763760720001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE keyed_requests (
        hash bytea PRIMARY KEY CHECK (length(hash) = 32),
        fingerprint bytea NOT NULL CHECK (length(fingerprint) = 32),
        begun_at timestamptz NOT NULL DEFAULT now(),
        status int CHECK (status BETWEEN 200 AND 399),
        sealed_answer bytea,
        CHECK (sealed_answer IS NULL OR status IS NOT NULL)
      )`);
    await runner.query('CREATE INDEX keyed_requests_begun ON keyed_requests (begun_at)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE keyed_requests');
  }
}

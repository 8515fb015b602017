import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Every service's outbox (facts to tell) and inbox (facts taken). */
export class Facts1700000000000 implements MigrationInterface {
  readonly name = 'Facts1700000000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE outbox (
        sequence bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        id uuid NOT NULL UNIQUE DEFAULT gen_random_uuid(),
        subject text NOT NULL,
        body jsonb NOT NULL,
        request_id text NOT NULL,
        recorded_at timestamptz NOT NULL DEFAULT now()
      )`);
    await runner.query(`
      CREATE TABLE inbox (
        fact_id text NOT NULL,
        subject text NOT NULL,
        taken_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (fact_id, subject)
      )`);
    await runner.query('CREATE INDEX inbox_taken_at ON inbox (taken_at)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE inbox');
    await runner.query('DROP TABLE outbox');
  }
}

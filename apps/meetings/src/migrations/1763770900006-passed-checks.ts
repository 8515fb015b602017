import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A site that tries again after it passed has passed until the new try says otherwise (I14). */
export class PassedChecks1763770900006 implements MigrationInterface {
  readonly name = 'PassedChecks1763770900006';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE connection_checks
        ADD passed_before boolean NOT NULL DEFAULT false,
        ADD passed boolean NOT NULL GENERATED ALWAYS AS (state = 'pass' OR state = 'running' AND passed_before) STORED`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE connection_checks DROP passed, DROP passed_before');
  }
}

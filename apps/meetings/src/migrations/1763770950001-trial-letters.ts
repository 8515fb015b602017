import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who runs a unit's sites is told once that a window is open, and once that it closes soon (TM-3). */
export class TrialLetters1763770950001 implements MigrationInterface {
  readonly name = 'TrialLetters1763770950001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE trial_units ADD COLUMN opening_told_at timestamptz, ADD COLUMN closing_told_at timestamptz,
        ADD CHECK (closing_told_at IS NULL OR opening_told_at IS NOT NULL)`);
    // Counts of thousands of units, for each window of a list and at each look at a board.
    await runner.query('CREATE INDEX trial_units_standing ON trial_units (trial_id, state)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX trial_units_standing');
    await runner.query('ALTER TABLE trial_units DROP COLUMN closing_told_at, DROP COLUMN opening_told_at');
  }
}

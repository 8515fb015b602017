import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * For which submission those who approve were written to (HB-7.1): its `submitted_at`. What waits already was seen by now,
 * and is told to nobody.
 */
export class PlansTold1763876000001 implements MigrationInterface {
  readonly name = 'PlansTold1763876000001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE plans ADD told_at timestamptz');
    await runner.query('UPDATE plans SET told_at = submitted_at');
    await runner.query(`
      CREATE INDEX plans_untold ON plans (id)
      WHERE state = 'submitted' AND told_at IS DISTINCT FROM submitted_at`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX plans_untold');
    await runner.query('ALTER TABLE plans DROP told_at');
  }
}

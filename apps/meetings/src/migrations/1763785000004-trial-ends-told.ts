import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Until when a unit was told that a window is open: another end is told anew (TM-3). */
export class TrialEndsTold1763785000004 implements MigrationInterface {
  readonly name = 'TrialEndsTold1763785000004';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE trial_units ADD told_ends_at timestamptz');
    await runner.query(
      `UPDATE trial_units u SET told_ends_at = w.ends_at FROM trials w
       WHERE w.id = u.trial_id AND u.opening_told_at IS NOT NULL`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE trial_units DROP told_ends_at');
  }
}

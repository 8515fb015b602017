import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who has not closed a site after a meeting is reminded, too (HB-9.2f). */
export class ClosingReminders1763770900003 implements MigrationInterface {
  readonly name = 'ClosingReminders1763770900003';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE reminders DROP CONSTRAINT reminders_about_check');
    await runner.query(
      `ALTER TABLE reminders ADD CONSTRAINT reminders_about_check
         CHECK (about IN ('start', 'agenda', 'answer', 'closing'))`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DELETE FROM reminders WHERE about = 'closing'`);
    await runner.query('ALTER TABLE reminders DROP CONSTRAINT reminders_about_check');
    await runner.query(
      `ALTER TABLE reminders ADD CONSTRAINT reminders_about_check CHECK (about IN ('start', 'agenda', 'answer'))`,
    );
  }
}

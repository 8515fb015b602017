import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * One approved plan of a unit for a period. Where there were two already both stay as they were approved: `beside` tells
 * them apart, from the first approved one (0) on, and their new versions have it too.
 */
export class PlansOfAPeriod1763770950001 implements MigrationInterface {
  readonly name = 'PlansOfAPeriod1763770950001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE plans ADD beside int NOT NULL DEFAULT 0');
    await runner.query(`
      UPDATE plans SET beside = one.no
      FROM (SELECT id, row_number() OVER (PARTITION BY unit_id, year, month ORDER BY approved_at, id) - 1 AS no
            FROM plans WHERE state = 'approved') one
      WHERE one.id = plans.id AND one.no > 0`);
    await runner.query(`
      UPDATE plans renewal SET beside = old.beside FROM plans old
      WHERE old.id = renewal.replaces_id AND old.state = 'approved' AND old.beside > 0`);
    await runner.query(`
      CREATE UNIQUE INDEX plans_of_period ON plans (unit_id, year, coalesce(month, 0), beside)
      WHERE state = 'approved'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX plans_of_period');
    await runner.query('ALTER TABLE plans DROP beside');
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Dates that wait for somebody's decision, and why dates were missed. */
export class WaitingDates1763783000001 implements MigrationInterface {
  readonly name = 'WaitingDates1763783000001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE waiting_dates (
        series_id uuid NOT NULL REFERENCES series ON DELETE CASCADE,
        nominal_date date NOT NULL,
        starts_at timestamptz NOT NULL,
        reason jsonb,
        PRIMARY KEY (series_id, nominal_date)
      )`);
    await runner.query('CREATE INDEX waiting_dates_by_time ON waiting_dates (starts_at)');
    await runner.query(`ALTER TABLE missed_dates ADD cause text NOT NULL DEFAULT 'standstill'`);
    // Looked at anew, so that what waits by now is noted.
    await runner.query(`
      UPDATE series SET made_until = least(made_until, current_date - 1)
      WHERE state = 'active' AND (shift = 'ask'
        OR EXISTS (SELECT FROM series_choices choice WHERE choice.series_id = series.id AND choice.choice = 'ask'))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE missed_dates DROP cause');
    await runner.query('DROP TABLE waiting_dates');
  }
}

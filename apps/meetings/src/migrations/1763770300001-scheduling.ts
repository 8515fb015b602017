import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Scheduling1763770300001 implements MigrationInterface {
  readonly name = 'Scheduling1763770300001';

  async up(runner: QueryRunner): Promise<void> {
    // Dates that were over before anybody could make them: known, so that they are not simply absent.
    await runner.query(`
      CREATE TABLE missed_dates (
        series_id uuid NOT NULL REFERENCES series ON DELETE CASCADE,
        nominal_date date NOT NULL,
        starts_at timestamptz NOT NULL,
        found_at timestamptz NOT NULL,
        PRIMARY KEY (series_id, nominal_date)
      )`);
    // The working calendar changed: what is made is looked at anew.
    await runner.query('ALTER TABLE series ADD realign boolean NOT NULL DEFAULT false');
    await runner.query('CREATE INDEX series_to_realign ON series (id) WHERE realign');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE series DROP realign');
    await runner.query('DROP TABLE missed_dates');
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Trials of the whole system with all units (TM-3). */
export class Trials1763770500002 implements MigrationInterface {
  readonly name = 'Trials1763770500002';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE trials (
        id uuid PRIMARY KEY,
        unit_id uuid NOT NULL,
        unit_path uuid[] NOT NULL,
        unit_name text NOT NULL,
        title text NOT NULL CHECK (title <> ''),
        room_id uuid NOT NULL REFERENCES rooms,
        starts_at timestamptz NOT NULL,
        ends_at timestamptz NOT NULL CHECK (ends_at > starts_at AND ends_at <= starts_at + interval '14 days'),
        required_mbps int NOT NULL CHECK (required_mbps BETWEEN 1 AND 1000),
        state text NOT NULL DEFAULT 'planned' CHECK (state IN ('planned', 'open', 'closed')),
        reminded_at timestamptz,
        version int NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL DEFAULT now(),
        CHECK (unit_path[cardinality(unit_path)] = unit_id)
      )`);
    await runner.query('CREATE INDEX trials_path ON trials USING gin (unit_path)');
    await runner.query('CREATE INDEX trials_starts ON trials (starts_at, id)');
    await runner.query(`CREATE INDEX trials_due ON trials (starts_at) WHERE state <> 'closed'`);
    await runner.query(`
      CREATE TABLE trial_units (
        trial_id uuid NOT NULL REFERENCES trials ON DELETE CASCADE,
        unit_id uuid NOT NULL,
        unit_path uuid[] NOT NULL,
        unit_name text NOT NULL,
        state text NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'failed', 'passed')),
        tries int NOT NULL DEFAULT 0,
        test_id uuid REFERENCES device_tests,
        PRIMARY KEY (trial_id, unit_id),
        CHECK ((state = 'waiting') = (test_id IS NULL))
      )`);
    await runner.query('CREATE INDEX trial_units_path ON trial_units USING gin (unit_path)');
    await runner.query(`
      ALTER TABLE device_tests ADD FOREIGN KEY (trial_id) REFERENCES trials ON DELETE CASCADE`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE trial_units');
    await runner.query('ALTER TABLE device_tests DROP CONSTRAINT device_tests_trial_id_fkey');
    await runner.query('DROP TABLE trials');
  }
}

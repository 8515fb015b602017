import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Day-before checks: when, what was found, and what each site's check stands at (HB-8.2). */
export class Checks1763770500001 implements MigrationInterface {
  readonly name = 'Checks1763770500001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE check_policies (
        unit_id uuid PRIMARY KEY,
        unit_path uuid[] NOT NULL,
        unit_name text NOT NULL,
        opens_days_before int NOT NULL CHECK (opens_days_before BETWEEN 1 AND 14),
        closes_hours_before int NOT NULL CHECK (closes_hours_before BETWEEN 1 AND 72),
        needed_items text[] NOT NULL,
        version int NOT NULL DEFAULT 1,
        CHECK (unit_path[cardinality(unit_path)] = unit_id),
        CHECK (closes_hours_before < 24 * opens_days_before)
      )`);
    await runner.query(`
      CREATE TABLE check_campaigns (
        occurrence_id uuid PRIMARY KEY REFERENCES occurrences ON DELETE CASCADE,
        opened_at timestamptz NOT NULL,
        closes_at timestamptz NOT NULL,
        closed_at timestamptz
      )`);
    await runner.query(
      'CREATE INDEX check_campaigns_open ON check_campaigns (closes_at) WHERE closed_at IS NULL',
    );
    // One line test is one result, of a check or of a trial: nobody shows another's.
    await runner.query(`
      CREATE TABLE device_tests (
        id uuid PRIMARY KEY,
        line_test_id uuid NOT NULL CONSTRAINT device_tests_line UNIQUE,
        occurrence_id uuid REFERENCES occurrences ON DELETE CASCADE,
        site_id uuid REFERENCES sites,
        trial_id uuid,
        unit_id uuid,
        up_mbps double precision NOT NULL,
        down_mbps double precision NOT NULL,
        round_trip_ms double precision NOT NULL,
        jitter_ms double precision NOT NULL,
        loss_percent double precision NOT NULL CHECK (loss_percent BETWEEN 0 AND 100),
        required_mbps int NOT NULL,
        sound jsonb NOT NULL,
        picture jsonb NOT NULL,
        items jsonb NOT NULL,
        note text,
        reasons text[] NOT NULL,
        passed boolean GENERATED ALWAYS AS (cardinality(reasons) = 0) STORED,
        by_user_id uuid,
        at timestamptz NOT NULL,
        CHECK (num_nonnulls(occurrence_id, trial_id) = 1),
        CHECK ((occurrence_id IS NULL) = (site_id IS NULL)),
        CHECK ((trial_id IS NULL) = (unit_id IS NULL))
      )`);
    await runner.query('CREATE INDEX device_tests_check ON device_tests (occurrence_id, site_id, at)');
    await runner.query('CREATE INDEX device_tests_trial ON device_tests (trial_id, unit_id, at)');
    // A site of a meeting without a row here has not begun.
    await runner.query(`
      CREATE TABLE connection_checks (
        occurrence_id uuid NOT NULL,
        site_id uuid NOT NULL,
        state text NOT NULL CHECK (state IN ('pending', 'running', 'pass', 'fail', 'retest')),
        attempt int NOT NULL DEFAULT 0,
        started_at timestamptz,
        finished_at timestamptz,
        test_id uuid REFERENCES device_tests,
        -- told as red or silent: once until the check is reset
        reported_at timestamptz,
        PRIMARY KEY (occurrence_id, site_id),
        FOREIGN KEY (occurrence_id, site_id) REFERENCES occurrence_sites ON DELETE CASCADE,
        CHECK (state NOT IN ('pass', 'fail') OR (test_id IS NOT NULL AND finished_at IS NOT NULL)),
        CHECK (state <> 'running' OR started_at IS NOT NULL)
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE connection_checks, device_tests, check_campaigns, check_policies');
  }
}

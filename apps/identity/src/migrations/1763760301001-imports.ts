import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Bulk provisioning: files, what their rows would do, and how far the work has come. */
export class Imports1763760301001 implements MigrationInterface {
  readonly name = 'Imports1763760301001';

  async up(runner: QueryRunner): Promise<void> {
    // The claim is a lease: whoever works on an import proves in every transaction that it is still the one.
    await runner.query(`
      CREATE TABLE imports (
        id uuid PRIMARY KEY,
        province_id uuid NOT NULL REFERENCES units,
        kind text NOT NULL CHECK (kind IN ('staff', 'students', 'units')),
        file_name text NOT NULL,
        state text NOT NULL CHECK (state IN ('uploading', 'uploaded', 'reading', 'ready', 'running', 'done', 'failed',
          'cancelled')),
        actor_id uuid NOT NULL,
        caller jsonb NOT NULL,
        asked jsonb NOT NULL,
        created_by text NOT NULL,
        created_at timestamptz(3) NOT NULL DEFAULT now(),
        finished_at timestamptz(3),
        header_row int,
        columns jsonb NOT NULL DEFAULT '[]',
        chosen jsonb,
        fault jsonb,
        done int NOT NULL DEFAULT 0,
        total int,
        counts jsonb NOT NULL DEFAULT '{"create": 0, "change": 0, "unchanged": 0, "error": 0}',
        claimed_by uuid,
        claimed_until timestamptz(3),
        attempts int NOT NULL DEFAULT 0,
        CHECK ((finished_at IS NOT NULL) = (state IN ('done', 'failed', 'cancelled')))
      )`);
    await runner.query('CREATE INDEX imports_latest ON imports (province_id, created_at, id)');
    await runner.query(
      `CREATE INDEX imports_waiting ON imports (created_at) WHERE state IN ('uploaded', 'reading', 'running')`,
    );
    await runner.query(`
      CREATE TABLE import_files (
        import_id uuid NOT NULL REFERENCES imports ON DELETE CASCADE,
        sequence int NOT NULL,
        data bytea NOT NULL,
        PRIMARY KEY (import_id, sequence)
      )`);
    // Compressed already, or small.
    await runner.query('ALTER TABLE import_files ALTER data SET STORAGE EXTERNAL');
    await runner.query(`
      CREATE TABLE import_rows (
        import_id uuid NOT NULL REFERENCES imports ON DELETE CASCADE,
        row int NOT NULL,
        outcome text NOT NULL CHECK (outcome IN ('create', 'change', 'unchanged', 'error')),
        cells jsonb NOT NULL,
        values jsonb NOT NULL,
        changes jsonb NOT NULL,
        faults jsonb NOT NULL,
        subject_id uuid,
        written boolean NOT NULL DEFAULT false,
        PRIMARY KEY (import_id, row)
      )`);
    await runner.query('CREATE INDEX import_rows_outcome ON import_rows (import_id, outcome, row)');
    await runner.query('CREATE INDEX import_rows_subject ON import_rows (subject_id)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE import_rows, import_files, imports');
  }
}

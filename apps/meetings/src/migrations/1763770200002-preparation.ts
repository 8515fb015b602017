import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Types of meetings, agendas and checklists. */
export class Preparation1763770200002 implements MigrationInterface {
  readonly name = 'Preparation1763770200002';

  async up(runner: QueryRunner): Promise<void> {
    // Only what a province has changed; the rest is the product's own.
    await runner.query(`
      CREATE TABLE meeting_types (
        province_id uuid NOT NULL,
        kind text NOT NULL,
        name_vi text NOT NULL,
        name_en text NOT NULL,
        duration_min int NOT NULL CHECK (duration_min BETWEEN 5 AND 1440),
        dispatch_needed boolean NOT NULL,
        recording boolean NOT NULL,
        checklist jsonb NOT NULL,
        criteria jsonb NOT NULL,
        version int NOT NULL DEFAULT 1,
        PRIMARY KEY (province_id, kind)
      )`);
    await runner.query(`
      CREATE TABLE agenda_items (
        id uuid PRIMARY KEY,
        occurrence_id uuid NOT NULL REFERENCES occurrences ON DELETE CASCADE,
        position int NOT NULL CHECK (position > 0),
        title text NOT NULL CHECK (title <> ''),
        minutes int NOT NULL CHECK (minutes BETWEEN 1 AND 480),
        unit_id uuid NOT NULL,
        unit_path uuid[] NOT NULL,
        unit_name text NOT NULL,
        due_at timestamptz,
        state text NOT NULL DEFAULT 'assigned' CHECK (state IN ('assigned', 'submitted', 'returned', 'approved')),
        note text,
        file_ids uuid[] NOT NULL DEFAULT '{}',
        submitted_at timestamptz,
        submitted_by uuid,
        version int NOT NULL DEFAULT 1,
        UNIQUE (occurrence_id, position) DEFERRABLE INITIALLY DEFERRED,
        CHECK (unit_path[cardinality(unit_path)] = unit_id),
        CHECK (state NOT IN ('submitted', 'approved') OR submitted_at IS NOT NULL)
      )`);
    await runner.query('CREATE INDEX agenda_items_unit ON agenda_items (unit_id)');
    await runner.query(`
      CREATE TABLE checklist_items (
        id uuid PRIMARY KEY,
        occurrence_id uuid NOT NULL REFERENCES occurrences ON DELETE CASCADE,
        title text NOT NULL CHECK (title <> ''),
        owner text NOT NULL CHECK (owner IN ('chair', 'director', 'secretary', 'ownerUnit', 'unit', 'person')),
        unit_id uuid NOT NULL,
        unit_path uuid[] NOT NULL,
        unit_name text NOT NULL,
        user_id uuid,
        due_at timestamptz NOT NULL,
        done_at timestamptz,
        done_by uuid,
        -- from the meeting's type: made anew with it, and days before its start
        days_before int,
        CHECK (unit_path[cardinality(unit_path)] = unit_id),
        CHECK ((owner = 'person') <= (user_id IS NOT NULL))
      )`);
    await runner.query('CREATE INDEX checklist_items_of ON checklist_items (occurrence_id, due_at)');
    await runner.query(
      'CREATE INDEX checklist_items_open ON checklist_items (due_at, id) WHERE done_at IS NULL',
    );
    await runner.query('CREATE INDEX checklist_items_unit ON checklist_items (unit_id)');
    for (const table of ['agenda_items', 'checklist_items']) {
      await runner.query(`
        CREATE TRIGGER ${table}_reported BEFORE DELETE OR UPDATE OF title ON ${table}
        FOR EACH ROW EXECUTE FUNCTION part_of_reported()`);
      await runner.query(`
        CREATE TRIGGER ${table}_added AFTER INSERT ON ${table}
        REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION parts_of_reported()`);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE checklist_items, agenda_items, meeting_types');
  }
}

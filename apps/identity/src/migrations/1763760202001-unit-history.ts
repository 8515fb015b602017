import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What every unit was, is and will be (SYS-5). `units` stays what it is today. */
export class UnitHistory1763760202001 implements MigrationInterface {
  readonly name = 'UnitHistory1763760202001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE EXTENSION IF NOT EXISTS btree_gist');
    await this.makeEvents(runner);
    await this.makeVersions(runner);
    await this.keepUp(runner);
    await runner.query(`
      INSERT INTO unit_versions (unit_id, valid_from, name, code, type, parent_id, state, search)
      SELECT id, valid_from, name, code, type, parent_id, CASE state WHEN 'closed' THEN 'closed' ELSE 'active' END, search
      FROM units`);
  }

  /** What the event says is in `body`, as it came; the other columns are what is asked for. */
  private async makeEvents(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE unit_events (
        id uuid PRIMARY KEY,
        sequence bigint GENERATED ALWAYS AS IDENTITY UNIQUE,
        kind text NOT NULL CHECK (kind IN ('found', 'rename', 'merge', 'split', 'move', 'close', 'correct')),
        state text NOT NULL CHECK (state IN ('planned', 'applied', 'cancelled')),
        effective_on date NOT NULL,
        decision_number text,
        decision_date date,
        note text,
        unit_id uuid NOT NULL,
        unit_ids uuid[] NOT NULL,
        province_ids uuid[] NOT NULL,
        people jsonb NOT NULL,
        body jsonb NOT NULL,
        recorded_at timestamptz(3) NOT NULL DEFAULT clock_timestamp(),
        recorded_by text,
        applied_at timestamptz(3),
        CHECK ((state = 'applied') = (applied_at IS NOT NULL))
      )`);
    await runner.query(
      `CREATE INDEX unit_events_due ON unit_events (effective_on, sequence) WHERE state = 'planned'`,
    );
    await runner.query('CREATE INDEX unit_events_order ON unit_events (effective_on DESC, sequence DESC)');
    await runner.query('CREATE INDEX unit_events_units ON unit_events USING gin (unit_ids)');
    await runner.query('CREATE INDEX unit_events_provinces ON unit_events USING gin (province_ids)');
  }

  /**
   * The periods of a unit follow one another without a gap; the last one is open. One that an event of the same day put an
   * end to is empty: true on no day, kept so that the later event can be taken back.
   */
  private async makeVersions(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE unit_versions (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        unit_id uuid NOT NULL REFERENCES units ON DELETE CASCADE,
        valid_from date NOT NULL,
        valid_to date,
        name text NOT NULL CHECK (name <> ''),
        code text NOT NULL CHECK (code <> ''),
        type text NOT NULL REFERENCES unit_types,
        parent_id uuid REFERENCES units,
        state text NOT NULL CHECK (state IN ('active', 'closed')),
        search text NOT NULL,
        event_id uuid REFERENCES unit_events,
        CHECK (valid_to >= valid_from),
        CHECK (parent_id <> unit_id),
        CONSTRAINT unit_versions_overlap
          EXCLUDE USING gist (unit_id WITH =, daterange(valid_from, valid_to) WITH &&)
      )`);
    await runner.query('CREATE INDEX unit_versions_unit ON unit_versions (unit_id, valid_from)');
    await runner.query('CREATE INDEX unit_versions_parent ON unit_versions (parent_id, valid_from)');
    await runner.query('CREATE INDEX unit_versions_event ON unit_versions (event_id)');
    await runner.query(`
      CREATE TABLE unit_successors (
        unit_id uuid NOT NULL REFERENCES units ON DELETE CASCADE,
        successor_id uuid NOT NULL REFERENCES units ON DELETE CASCADE,
        since date NOT NULL,
        event_id uuid NOT NULL REFERENCES unit_events,
        PRIMARY KEY (unit_id, successor_id, event_id),
        CHECK (unit_id <> successor_id)
      )`);
    await runner.query('CREATE INDEX unit_successors_back ON unit_successors (successor_id)');
    await runner.query('CREATE INDEX unit_successors_event ON unit_successors (event_id)');
  }

  /** A unit written without an event (an import, the first units) has a history too: one period, corrected in place. */
  private async keepUp(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE FUNCTION units_today() RETURNS date LANGUAGE sql STABLE AS
      $$ SELECT (now() AT TIME ZONE 'Asia/Ho_Chi_Minh')::date $$`);
    await runner.query(`
      CREATE FUNCTION keep_versions() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
      DECLARE
        is_open text := CASE NEW.state WHEN 'closed' THEN 'closed' ELSE 'active' END;
      BEGIN
        IF current_setting('identity.unit_event', true) = 'on' THEN RETURN NULL; END IF;
        IF TG_OP = 'INSERT' THEN
          INSERT INTO unit_versions (unit_id, valid_from, name, code, type, parent_id, state, search)
          VALUES (NEW.id, NEW.valid_from, NEW.name, NEW.code, NEW.type, NEW.parent_id, is_open, NEW.search);
        ELSE
          UPDATE unit_versions
          SET name = NEW.name, code = NEW.code, type = NEW.type, parent_id = NEW.parent_id, state = is_open,
              search = NEW.search
          WHERE id = (SELECT id FROM unit_versions
                      WHERE unit_id = NEW.id AND (valid_to IS NULL OR valid_to > greatest(units_today(), valid_from))
                      ORDER BY valid_from, id LIMIT 1);
        END IF;
        RETURN NULL;
      END $$`);
    await runner.query(`
      CREATE TRIGGER keep_versions AFTER INSERT OR UPDATE OF name, code, type, parent_id, state ON units
      FOR EACH ROW EXECUTE FUNCTION keep_versions()`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TRIGGER keep_versions ON units');
    await runner.query('DROP FUNCTION keep_versions');
    await runner.query('DROP TABLE unit_successors, unit_versions, unit_events');
    await runner.query('DROP FUNCTION units_today');
  }
}

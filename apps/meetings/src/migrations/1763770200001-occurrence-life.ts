import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What happens to a meeting: who asked for it, what could not be booked, its live session, its report. */
export class OccurrenceLife1763770200001 implements MigrationInterface {
  readonly name = 'OccurrenceLife1763770200001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE occurrences
        ADD requesting_unit_id uuid,
        ADD requesting_unit_path uuid[],
        ADD requesting_unit_name text,
        -- why it is asked for, was refused, postponed, cancelled or aborted
        ADD reason text,
        ADD dispatch_file_id uuid,
        ADD recording boolean NOT NULL DEFAULT false,
        -- when its room was opened by the clock, and closed again
        ADD opened_at timestamptz,
        ADD room_closed_at timestamptz,
        ADD search text NOT NULL DEFAULT '',
        ADD CHECK ((dispatch_number IS NULL) = (dispatch_date IS NULL)),
        ADD CHECK (num_nonnulls(requesting_unit_id, requesting_unit_path, requesting_unit_name) IN (0, 3))`);
    await runner.query(`
      CREATE INDEX occurrences_requesting ON occurrences (requesting_unit_id) WHERE requesting_unit_id IS NOT NULL`);
    await runner.query(
      `CREATE INDEX occurrences_to_decide ON occurrences (starts_at) WHERE state = 'pendingApproval'`,
    );
    await runner.query(`
      CREATE INDEX occurrences_to_open ON occurrences (starts_at)
      WHERE room_id IS NOT NULL AND opened_at IS NULL AND state IN ('scheduled', 'checking')`);
    await runner.query(`
      CREATE INDEX occurrences_to_close ON occurrences (room_id) WHERE opened_at IS NOT NULL AND room_closed_at IS NULL`);
    await this.tables(runner);
    await this.frozen(runner);
  }

  private async tables(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE occurrence_conflicts (
        occurrence_id uuid NOT NULL REFERENCES occurrences ON DELETE CASCADE,
        kind text NOT NULL CHECK (kind IN ('room', 'site')),
        object_id uuid NOT NULL,
        role text,
        expected int,
        PRIMARY KEY (occurrence_id, kind, object_id),
        CHECK ((kind = 'site') = (role IS NOT NULL AND expected IS NOT NULL))
      )`);
    // I16: the key is the occurrence.
    await runner.query(`
      CREATE TABLE live_sessions (
        occurrence_id uuid PRIMARY KEY REFERENCES occurrences ON DELETE CASCADE,
        id uuid NOT NULL UNIQUE,
        room_id uuid REFERENCES rooms,
        started_at timestamptz NOT NULL,
        started_by uuid,
        ended_at timestamptz CHECK (ended_at >= started_at),
        override_reason text
      )`);
    await runner.query(
      'CREATE UNIQUE INDEX live_sessions_room ON live_sessions (room_id) WHERE ended_at IS NULL',
    );
    await runner.query(`
      CREATE TABLE live_pauses (
        session_id uuid NOT NULL REFERENCES live_sessions (id) ON DELETE CASCADE,
        paused_at timestamptz NOT NULL,
        resumed_at timestamptz CHECK (resumed_at >= paused_at),
        PRIMARY KEY (session_id, paused_at)
      )`);
    await runner.query(`
      CREATE TABLE occurrence_corrections (
        id uuid PRIMARY KEY,
        occurrence_id uuid NOT NULL REFERENCES occurrences ON DELETE CASCADE,
        text text NOT NULL CHECK (text <> ''),
        author_id uuid,
        at timestamptz NOT NULL
      )`);
    await runner.query(
      'CREATE INDEX occurrence_corrections_of ON occurrence_corrections (occurrence_id, at)',
    );
  }

  /** I17. What units are called and where they lie still follows identity. */
  private async frozen(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE FUNCTION occurrence_reported() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE follows text[] := ARRAY['unit_path', 'unit_name', 'requesting_unit_path', 'requesting_unit_name',
        'during', 'booked', 'room_closed_at'];
      BEGIN
        IF TG_OP = 'UPDATE' AND to_jsonb(NEW) - follows = to_jsonb(OLD) - follows THEN RETURN NEW; END IF;
        RAISE EXCEPTION 'a reported meeting is immutable' USING ERRCODE = 'check_violation',
          CONSTRAINT = 'occurrences_reported';
      END $$`);
    await runner.query(`
      CREATE TRIGGER occurrence_reported BEFORE UPDATE OR DELETE ON occurrences
      FOR EACH ROW WHEN (OLD.state = 'reported') EXECUTE FUNCTION occurrence_reported()`);
    await runner.query(`
      CREATE FUNCTION part_of_reported() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
      BEGIN
        IF EXISTS (SELECT FROM occurrences WHERE state = 'reported'
                   AND id IN (CASE WHEN TG_OP <> 'INSERT' THEN OLD.occurrence_id END,
                              CASE WHEN TG_OP <> 'DELETE' THEN NEW.occurrence_id END)) THEN
          RAISE EXCEPTION 'a reported meeting is immutable' USING ERRCODE = 'check_violation',
            CONSTRAINT = 'occurrences_reported';
        END IF;
        RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
      END $$`);
    // Series add dozens of parts in one statement: one look for all of them. OFFSET keeps it to the primary key.
    await runner.query(`
      CREATE FUNCTION parts_of_reported() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
      BEGIN
        IF EXISTS (SELECT FROM (SELECT DISTINCT occurrence_id FROM added) AS part
                   CROSS JOIN LATERAL (SELECT state FROM occurrences WHERE id = part.occurrence_id OFFSET 0) AS meeting
                   WHERE meeting.state = 'reported') THEN
          RAISE EXCEPTION 'a reported meeting is immutable' USING ERRCODE = 'check_violation',
            CONSTRAINT = 'occurrences_reported';
        END IF;
        RETURN NULL;
      END $$`);
    await runner.query(`
      CREATE TRIGGER occurrence_sites_reported
      BEFORE DELETE OR UPDATE OF site_id, role, expected, during ON occurrence_sites
      FOR EACH ROW EXECUTE FUNCTION part_of_reported()`);
    await runner.query(`
      CREATE TRIGGER occurrence_sites_added AFTER INSERT ON occurrence_sites
      REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION parts_of_reported()`);
    await runner.query(`
      CREATE FUNCTION correction_stays() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        RAISE EXCEPTION 'corrections are appended only' USING ERRCODE = 'check_violation';
      END $$`);
    await runner.query(`
      CREATE TRIGGER correction_stays BEFORE UPDATE ON occurrence_corrections
      FOR EACH ROW EXECUTE FUNCTION correction_stays()`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TRIGGER occurrence_reported ON occurrences');
    await runner.query('DROP TRIGGER occurrence_sites_reported ON occurrence_sites');
    await runner.query('DROP TRIGGER occurrence_sites_added ON occurrence_sites');
    await runner.query('DROP TABLE occurrence_corrections, live_pauses, live_sessions, occurrence_conflicts');
    await runner.query('DROP FUNCTION occurrence_reported');
    await runner.query('DROP FUNCTION part_of_reported');
    await runner.query('DROP FUNCTION parts_of_reported');
    await runner.query('DROP FUNCTION correction_stays');
    await runner.query(`
      ALTER TABLE occurrences DROP requesting_unit_id, DROP requesting_unit_path, DROP requesting_unit_name,
        DROP reason, DROP dispatch_file_id, DROP recording, DROP opened_at, DROP room_closed_at, DROP search`);
  }
}

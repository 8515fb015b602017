import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Training events: who is registered, who came, who holds which certificate (DA-1a). */
export class Trainings1763770500004 implements MigrationInterface {
  readonly name = 'Trainings1763770500004';

  async up(runner: QueryRunner): Promise<void> {
    await this.events(runner);
    await this.people(runner);
    await this.certificates(runner);
  }

  private async events(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE trainings (
        id uuid PRIMARY KEY,
        unit_id uuid NOT NULL,
        unit_path uuid[] NOT NULL,
        unit_name text NOT NULL,
        occurrence_id uuid REFERENCES occurrences,
        series_id uuid REFERENCES series,
        title text NOT NULL CHECK (title <> ''),
        search text NOT NULL,
        description text,
        required_percent int NOT NULL CHECK (required_percent BETWEEN 1 AND 100),
        register_until timestamptz,
        state text NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'done', 'cancelled')),
        version int NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL DEFAULT now(),
        CHECK (num_nonnulls(occurrence_id, series_id) = 1),
        CHECK (unit_path[cardinality(unit_path)] = unit_id)
      )`);
    await runner.query('CREATE INDEX trainings_path ON trainings USING gin (unit_path)');
    await runner.query('CREATE INDEX trainings_made ON trainings (created_at, id)');
    for (const column of ['occurrence_id', 'series_id']) {
      await runner.query(
        `CREATE UNIQUE INDEX trainings_${column} ON trainings (${column}) WHERE state <> 'cancelled'`,
      );
    }
    await runner.query(`
      CREATE TABLE training_places (
        training_id uuid NOT NULL REFERENCES trainings ON DELETE CASCADE,
        site_id uuid NOT NULL REFERENCES sites,
        capacity int NOT NULL CHECK (capacity BETWEEN 1 AND 2000),
        taken int NOT NULL DEFAULT 0,
        PRIMARY KEY (training_id, site_id),
        CONSTRAINT training_places_room CHECK (taken BETWEEN 0 AND capacity)
      )`);
  }

  private async people(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE registrations (
        training_id uuid NOT NULL,
        user_id uuid NOT NULL,
        site_id uuid NOT NULL,
        name text NOT NULL,
        unit_id uuid NOT NULL,
        unit_path uuid[] NOT NULL,
        unit_name text NOT NULL,
        search text NOT NULL,
        by_user_id uuid,
        at timestamptz NOT NULL,
        PRIMARY KEY (training_id, user_id),
        FOREIGN KEY (training_id, site_id) REFERENCES training_places
      )`);
    await runner.query('CREATE INDEX registrations_user ON registrations (user_id)');
    await runner.query('CREATE INDEX registrations_path ON registrations USING gin (unit_path)');
    // The seat is counted where it is taken: the place's own check refuses one too many, whoever races.
    await runner.query(`
      CREATE FUNCTION registration_seats() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
      BEGIN
        IF TG_OP = 'DELETE' THEN
          UPDATE training_places SET taken = taken - 1
          WHERE training_id = OLD.training_id AND site_id = OLD.site_id;
        ELSE
          UPDATE training_places SET taken = taken + 1
          WHERE training_id = NEW.training_id AND site_id = NEW.site_id;
        END IF;
        RETURN NULL;
      END $$`);
    await runner.query(`
      CREATE TRIGGER registration_seats AFTER INSERT OR DELETE ON registrations
      FOR EACH ROW EXECUTE FUNCTION registration_seats()`);
    await runner.query(`
      CREATE TABLE training_marks (
        training_id uuid NOT NULL,
        user_id uuid NOT NULL,
        occurrence_id uuid NOT NULL REFERENCES occurrences,
        present boolean NOT NULL,
        by_user_id uuid,
        at timestamptz NOT NULL,
        PRIMARY KEY (training_id, user_id, occurrence_id),
        FOREIGN KEY (training_id, user_id) REFERENCES registrations ON DELETE CASCADE
      )`);
  }

  private async certificates(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE certificate_counters (
        unit_id uuid NOT NULL,
        year int NOT NULL,
        last int NOT NULL,
        PRIMARY KEY (unit_id, year)
      )`);
    // What is printed stays as printed, whatever becomes of names and units.
    await runner.query(`
      CREATE TABLE certificates (
        id uuid PRIMARY KEY,
        training_id uuid NOT NULL REFERENCES trainings,
        user_id uuid NOT NULL,
        issuer_id uuid NOT NULL,
        year int NOT NULL,
        no int NOT NULL CHECK (no >= 1),
        number text NOT NULL,
        code text NOT NULL UNIQUE,
        name text NOT NULL,
        person_unit_id uuid NOT NULL,
        person_unit_path uuid[] NOT NULL,
        unit_name text NOT NULL,
        title text NOT NULL,
        issuer_name text NOT NULL,
        first_day date NOT NULL,
        last_day date NOT NULL,
        sessions int NOT NULL CHECK (sessions >= 1),
        issued_at timestamptz NOT NULL,
        issued_by uuid,
        revoked_at timestamptz,
        revoked_by uuid,
        revoked_reason text,
        UNIQUE (issuer_id, year, no),
        CHECK ((revoked_at IS NULL) = (revoked_reason IS NULL))
      )`);
    await runner.query(
      'CREATE UNIQUE INDEX certificates_standing ON certificates (training_id, user_id) WHERE revoked_at IS NULL',
    );
    await runner.query('CREATE INDEX certificates_user ON certificates (user_id)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE certificates, certificate_counters, training_marks, registrations');
    await runner.query('DROP FUNCTION registration_seats');
    await runner.query('DROP TABLE training_places, trainings');
  }
}

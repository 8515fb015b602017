import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who owns a row, by heart: where the unit lies and how it is called follows identity's facts. */
const owned = `
  unit_id uuid NOT NULL,
  unit_path uuid[] NOT NULL,
  unit_name text NOT NULL,
  CHECK (unit_path[cardinality(unit_path)] = unit_id)`;

/** I9: these states hold their sites and their room. */
const booking = `('draft', 'pendingApproval', 'scheduled', 'checking', 'live', 'paused', 'ended', 'reported')`;

/** Sites, plans, series and occurrences: what everything else about meetings hangs on. */
export class Meetings1763770000001 implements MigrationInterface {
  readonly name = 'Meetings1763770000001';

  async up(runner: QueryRunner): Promise<void> {
    await this.sites(runner);
    await this.plans(runner);
    await this.occurrences(runner);
    await this.bookings(runner);
  }

  private async sites(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE sites (
        id uuid PRIMARY KEY,
        no int GENERATED ALWAYS AS IDENTITY UNIQUE,
        ${owned},
        name text NOT NULL CHECK (name <> ''),
        search text NOT NULL,
        address text,
        capacity int NOT NULL CHECK (capacity BETWEEN 1 AND 2000),
        -- HB-4.3
        headcount_limit int NOT NULL DEFAULT 40 CHECK (headcount_limit BETWEEN 1 AND 2000),
        required_mbps int NOT NULL DEFAULT 10 CHECK (required_mbps BETWEEN 1 AND 1000),
        contracted_mbps real,
        measured_mbps real,
        measured_at timestamptz,
        state text NOT NULL DEFAULT 'draft' CHECK (state IN ('draft', 'ready', 'degraded', 'suspended', 'retired')),
        -- it was ready once: what it lacks now makes it degraded, not draft
        was_ready boolean NOT NULL DEFAULT false,
        suspended_reason text CHECK ((suspended_reason IS NOT NULL) = (state = 'suspended')),
        -- I8: what it lacks, and how much of the checklist by weight, 0-100
        reasons jsonb NOT NULL DEFAULT '[]',
        score int CHECK (score BETWEEN 0 AND 100),
        seating jsonb,
        version int NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL DEFAULT now()
      )`);
    await runner.query('CREATE INDEX sites_path ON sites USING gin (unit_path)');
    await runner.query(
      `CREATE UNIQUE INDEX sites_name ON sites (unit_id, lower(name)) WHERE state <> 'retired'`,
    );
    await runner.query('CREATE INDEX sites_order ON sites ((unit_name || chr(1) || name) COLLATE "C", id)');
  }

  private async plans(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE plans (
        id uuid PRIMARY KEY,
        ${owned},
        year int NOT NULL CHECK (year BETWEEN 2000 AND 2999),
        month int CHECK (month BETWEEN 1 AND 12),
        title text NOT NULL CHECK (title <> ''),
        state text NOT NULL DEFAULT 'draft' CHECK (state IN ('draft', 'submitted', 'approved', 'superseded')),
        author_id uuid NOT NULL,
        version int NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL DEFAULT now()
      )`);
    await runner.query('CREATE INDEX plans_path ON plans USING gin (unit_path)');
    await runner.query(`
      CREATE TABLE series (
        id uuid PRIMARY KEY,
        plan_id uuid REFERENCES plans,
        ${owned},
        kind text NOT NULL,
        title text NOT NULL CHECK (title <> ''),
        -- RFC 5545, 3.3.10, without DTSTART
        rule text NOT NULL,
        first_day date NOT NULL,
        starts_at time NOT NULL,
        duration_min int NOT NULL CHECK (duration_min BETWEEN 5 AND 1440),
        zone text NOT NULL DEFAULT 'Asia/Ho_Chi_Minh',
        shift text NOT NULL CHECK (shift IN ('keep', 'skip', 'previousWorkingDay', 'nextWorkingDay', 'ask')),
        state text NOT NULL DEFAULT 'draft' CHECK (state IN ('draft', 'active', 'ended')),
        -- what every occurrence begins with: room, people, sites, agenda
        template jsonb NOT NULL,
        -- nominal dates up to here are made
        made_until date,
        -- "this and following" ends one series and begins another
        follows_id uuid REFERENCES series,
        version int NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL DEFAULT now()
      )`);
    await runner.query('CREATE INDEX series_path ON series USING gin (unit_path)');
    await runner.query(`CREATE INDEX series_to_make ON series (made_until) WHERE state = 'active'`);
  }

  private async occurrences(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE rooms ADD no int GENERATED ALWAYS AS IDENTITY UNIQUE');
    await runner.query(`
      CREATE TABLE occurrences (
        id uuid PRIMARY KEY,
        series_id uuid REFERENCES series,
        nominal_date date,
        ${owned},
        kind text NOT NULL,
        title text NOT NULL CHECK (title <> ''),
        state text NOT NULL DEFAULT 'draft' CHECK (state IN ('draft', 'pendingApproval', 'rejected', 'scheduled',
          'postponed', 'checking', 'live', 'paused', 'ended', 'reported', 'cancelled', 'aborted')),
        zone text NOT NULL DEFAULT 'Asia/Ho_Chi_Minh',
        starts_at timestamptz NOT NULL,
        ends_at timestamptz NOT NULL CHECK (ends_at > starts_at),
        during tstzrange GENERATED ALWAYS AS (tstzrange(starts_at, ends_at)) STORED,
        booked boolean GENERATED ALWAYS AS (state IN ${booking}) STORED,
        -- why it is not on its nominal date: {reason, day, name}
        shift jsonb,
        room_id uuid REFERENCES rooms,
        room_no int,
        chair_id uuid,
        director_id uuid,
        secretary_id uuid,
        -- who is to come, in words (HB-4.3)
        composition text,
        dispatch_number text,
        dispatch_date date,
        urgent boolean NOT NULL DEFAULT false,
        author_id uuid,
        approved_by uuid,
        -- people changed it by hand: making occurrences anew leaves it as it is (I11)
        edited boolean NOT NULL DEFAULT false,
        -- iCalendar's SEQUENCE (I15)
        sequence int NOT NULL DEFAULT 0,
        version int NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL DEFAULT now(),
        UNIQUE (series_id, nominal_date),
        CHECK ((series_id IS NULL) = (nominal_date IS NULL)),
        CHECK ((room_id IS NULL) = (room_no IS NULL)),
        -- I12
        CHECK (approved_by <> author_id),
        CONSTRAINT occurrences_room_free
          EXCLUDE USING gist (int4range(room_no, room_no, '[]') WITH &&, during WITH &&)
            WHERE (room_no IS NOT NULL AND booked)
      )`);
    await runner.query('CREATE INDEX occurrences_path ON occurrences USING gin (unit_path)');
    await runner.query('CREATE INDEX occurrences_unit ON occurrences (unit_id, starts_at)');
    await runner.query('CREATE INDEX occurrences_starts ON occurrences (starts_at)');
  }

  /** Of each site with its own copy of when: an exclusion constraint looks at one table only. Kept by triggers. */
  private async bookings(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE occurrence_sites (
        occurrence_id uuid NOT NULL REFERENCES occurrences ON DELETE CASCADE,
        site_id uuid NOT NULL REFERENCES sites,
        site_no int NOT NULL,
        unit_id uuid NOT NULL,
        role text NOT NULL CHECK (role IN ('main', 'standby', 'member')),
        expected int NOT NULL CHECK (expected >= 0),
        -- HB-4.3; what was the limit when it was set
        headcount_limit int NOT NULL DEFAULT 40,
        during tstzrange NOT NULL,
        booked boolean NOT NULL,
        -- I10: a site is there once, so main and standby are not the same
        PRIMARY KEY (occurrence_id, site_id),
        CONSTRAINT occurrence_sites_headcount CHECK (expected <= headcount_limit),
        CONSTRAINT occurrence_sites_free
          EXCLUDE USING gist (int4range(site_no, site_no, '[]') WITH &&, during WITH &&) WHERE (booked)
      )`);
    await runner.query(
      `CREATE UNIQUE INDEX occurrence_sites_main ON occurrence_sites (occurrence_id) WHERE role = 'main'`,
    );
    await runner.query(
      `CREATE UNIQUE INDEX occurrence_sites_standby ON occurrence_sites (occurrence_id) WHERE role = 'standby'`,
    );
    await runner.query('CREATE INDEX occurrence_sites_unit ON occurrence_sites (unit_id, during)');
    await runner.query('CREATE INDEX occurrence_sites_site ON occurrence_sites (site_id)');
    await runner.query(`
      CREATE FUNCTION occurrence_site_when() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
      BEGIN
        SELECT no, unit_id INTO STRICT NEW.site_no, NEW.unit_id FROM sites WHERE id = NEW.site_id;
        SELECT during, booked INTO STRICT NEW.during, NEW.booked
        FROM occurrences WHERE id = NEW.occurrence_id FOR SHARE;
        RETURN NEW;
      END $$`);
    await runner.query(`
      CREATE TRIGGER occurrence_site_when BEFORE INSERT OR UPDATE OF site_id ON occurrence_sites
      FOR EACH ROW EXECUTE FUNCTION occurrence_site_when()`);
    await runner.query(`
      CREATE FUNCTION occurrence_moved() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
      BEGIN
        UPDATE occurrence_sites SET during = NEW.during, booked = NEW.booked WHERE occurrence_id = NEW.id;
        RETURN NULL;
      END $$`);
    await runner.query(`
      CREATE TRIGGER occurrence_moved AFTER UPDATE OF starts_at, ends_at, state ON occurrences
      FOR EACH ROW WHEN ((OLD.during, OLD.booked) IS DISTINCT FROM (NEW.during, NEW.booked))
      EXECUTE FUNCTION occurrence_moved()`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE occurrence_sites, occurrences, series, plans, sites');
    await runner.query('DROP FUNCTION occurrence_site_when');
    await runner.query('DROP FUNCTION occurrence_moved');
    await runner.query('ALTER TABLE rooms DROP no');
  }
}

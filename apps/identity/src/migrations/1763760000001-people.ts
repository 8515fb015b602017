import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who people are, and the classes students are in. */
export class People1763760000001 implements MigrationInterface {
  readonly name = 'People1763760000001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE users
        ADD province_id uuid REFERENCES units,
        ADD kind text NOT NULL DEFAULT 'staff' CHECK (kind IN ('staff', 'student', 'parent', 'service')),
        ADD code text CHECK (code <> ''),
        ADD search text NOT NULL DEFAULT '',
        ADD sort_name text NOT NULL DEFAULT '',
        ADD email text CHECK (email <> ''),
        ADD phone text CHECK (phone <> ''),
        ADD birth_date date,
        ADD version int NOT NULL DEFAULT 1,
        ADD rights_version int NOT NULL DEFAULT 1,
        ADD rights_changed_at timestamptz(3),
        ADD created_at timestamptz(3) NOT NULL DEFAULT now(),
        ADD erased_at timestamptz(3)`);
    await this.keepProvinces(runner);
    await runner.query('CREATE UNIQUE INDEX users_code ON users (province_id, code)');
    await runner.query('CREATE INDEX users_sorted ON users (province_id, sort_name, id)');
    await runner.query('CREATE INDEX users_email ON users (lower(email))');
    await runner.query('CREATE INDEX users_rights_changed ON users (rights_changed_at)');
    await runner.query(`
      CREATE TABLE classes (
        id uuid PRIMARY KEY,
        unit_id uuid NOT NULL REFERENCES units,
        school_year text NOT NULL CHECK (school_year ~ '^[0-9]{4}-[0-9]{4}$'),
        name text NOT NULL CHECK (name <> ''),
        search text NOT NULL,
        UNIQUE (unit_id, school_year, search)
      )`);
    await runner.query(`
      CREATE TABLE class_members (
        class_id uuid NOT NULL REFERENCES classes ON DELETE CASCADE,
        user_id uuid NOT NULL REFERENCES users ON DELETE CASCADE,
        PRIMARY KEY (class_id, user_id)
      )`);
    await runner.query('CREATE INDEX class_members_user ON class_members (user_id)');
    await runner.query(`
      CREATE TABLE initial_secrets (
        user_id uuid PRIMARY KEY REFERENCES users ON DELETE CASCADE,
        nonce bytea NOT NULL,
        issued_at timestamptz(3) NOT NULL DEFAULT now(),
        expires_at timestamptz(3) NOT NULL,
        CHECK (expires_at > issued_at)
      )`);
  }

  /** The province of a user is that of the unit, also when the unit comes to lie in another province. */
  private async keepProvinces(runner: QueryRunner): Promise<void> {
    await runner.query(`
      UPDATE users SET province_id = (SELECT province_id FROM units WHERE units.id = users.unit_id)`);
    await runner.query('ALTER TABLE users ALTER province_id SET NOT NULL');
    await runner.query(`
      CREATE FUNCTION place_user() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
      BEGIN
        SELECT province_id INTO NEW.province_id FROM units WHERE id = NEW.unit_id;
        RETURN NEW;
      END $$`);
    await runner.query(`
      CREATE TRIGGER place_user BEFORE INSERT OR UPDATE OF unit_id, province_id ON users
      FOR EACH ROW EXECUTE FUNCTION place_user()`);
    await runner.query(`
      CREATE FUNCTION move_users_along() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
      BEGIN
        UPDATE users SET province_id = NEW.path[1] WHERE unit_id = NEW.id;
        RETURN NULL;
      END $$`);
    await runner.query(`
      CREATE TRIGGER move_users_along AFTER UPDATE OF path, parent_id ON units
      FOR EACH ROW WHEN (NEW.path[1] <> OLD.path[1]) EXECUTE FUNCTION move_users_along()`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE initial_secrets, class_members, classes');
    await runner.query('DROP TRIGGER move_users_along ON units');
    await runner.query('DROP TRIGGER place_user ON users');
    await runner.query('DROP FUNCTION move_users_along, place_user');
    await runner.query(`
      ALTER TABLE users DROP province_id, DROP kind, DROP code, DROP search, DROP sort_name, DROP email, DROP phone,
        DROP birth_date, DROP version, DROP rights_version, DROP rights_changed_at, DROP created_at, DROP erased_at`);
  }
}

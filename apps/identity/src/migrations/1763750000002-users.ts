import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Users1763750000002 implements MigrationInterface {
  readonly name = 'Users1763750000002';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE users (
        id uuid PRIMARY KEY,
        user_name text NOT NULL CHECK (char_length(user_name) BETWEEN 1 AND 100),
        password_hash text,
        display_name text NOT NULL CHECK (display_name <> ''),
        unit_id uuid NOT NULL REFERENCES units,
        state text NOT NULL CHECK (state IN ('invited', 'active', 'locked', 'disabled')),
        CHECK (state IN ('invited', 'disabled') OR password_hash IS NOT NULL)
      )`);
    // The built-in locale lowers Vietnamese letters the same way on every server, whatever its own locale.
    await runner.query('CREATE UNIQUE INDEX users_user_name ON users (lower(user_name COLLATE pg_c_utf8))');
    await runner.query('CREATE INDEX users_unit ON users (unit_id)');
    await runner.query(`
      CREATE TABLE role_grants (
        id uuid PRIMARY KEY,
        user_id uuid NOT NULL REFERENCES users ON DELETE CASCADE,
        role text NOT NULL CHECK (role IN ('departmentAdmin', 'unitOperator', 'leader', 'chair', 'director',
          'secretary', 'siteOperator', 'teacher', 'appraiser', 'testingOfficer', 'invigilator', 'student', 'parent',
          'attendee')),
        unit_id uuid NOT NULL REFERENCES units,
        subtree boolean NOT NULL,
        valid_from timestamptz(3) NOT NULL DEFAULT now(),
        valid_to timestamptz(3),
        granted_by uuid REFERENCES users,
        CHECK (valid_to > valid_from)
      )`);
    await runner.query('CREATE INDEX role_grants_user ON role_grants (user_id)');
    await this.keepClosedUnitsClosed(runner);
  }

  /** I3 */
  private async keepClosedUnitsClosed(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE FUNCTION refuse_closed_unit() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
      BEGIN
        PERFORM FROM units WHERE id = NEW.unit_id AND state = 'closed' FOR SHARE;
        IF FOUND THEN
          RAISE EXCEPTION 'unit % is closed and takes no new users', NEW.unit_id
            USING ERRCODE = 'check_violation';
        END IF;
        RETURN NEW;
      END $$`);
    await runner.query(`
      CREATE TRIGGER refuse_closed_unit BEFORE INSERT OR UPDATE OF unit_id ON users
      FOR EACH ROW EXECUTE FUNCTION refuse_closed_unit()`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE role_grants');
    await runner.query('DROP TABLE users');
    await runner.query('DROP FUNCTION refuse_closed_unit');
  }
}

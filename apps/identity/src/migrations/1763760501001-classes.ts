import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Names sort the Vietnamese way on every server; a student is in one class of a unit and school year. */
export class Classes1763760501001 implements MigrationInterface {
  readonly name = 'Classes1763760501001';

  async up(runner: QueryRunner): Promise<void> {
    // The key spells the order out byte by byte; a server's own locale would read its marks as punctuation.
    await runner.query('ALTER TABLE users ALTER sort_name TYPE text COLLATE "C"');
    await this.sortClasses(runner);
    await runner.query('ALTER TABLE classes ADD version int NOT NULL DEFAULT 1');
    await this.keepOneClassAYear(runner);
    await this.raiseVersions(runner);
  }

  /** 9A2 comes before 9A10, and 9A10 before 10A. */
  private async sortClasses(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE FUNCTION with_padded_numbers(name text) RETURNS text IMMUTABLE LANGUAGE sql AS $$
        SELECT coalesce(string_agg(CASE WHEN part[1] ~ '^[0-9]' THEN lpad(part[1], 6, '0') ELSE part[1] END, ''
                                   ORDER BY place), '')
        FROM regexp_matches(name, '[0-9]+|[^0-9]+', 'g') WITH ORDINALITY AS parts (part, place)
      $$`);
    await runner.query(`
      ALTER TABLE classes
        ADD sort_name text COLLATE "C" GENERATED ALWAYS AS (with_padded_numbers(search)) STORED`);
    await runner.query('CREATE INDEX classes_sorted ON classes (unit_id, school_year, sort_name, id)');
  }

  /** Coming into a class leaves the other one. The row of the user makes two moves of one student wait for each other. */
  private async keepOneClassAYear(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE FUNCTION leave_other_class() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
      BEGIN
        PERFORM FROM users WHERE id = NEW.user_id FOR NO KEY UPDATE;
        DELETE FROM class_members m USING classes other, classes mine
        WHERE mine.id = NEW.class_id AND other.id = m.class_id AND m.user_id = NEW.user_id AND other.id <> mine.id
          AND other.unit_id = mine.unit_id AND other.school_year = mine.school_year;
        RETURN NEW;
      END $$`);
    await runner.query(`
      CREATE TRIGGER leave_other_class BEFORE INSERT ON class_members
      FOR EACH ROW EXECUTE FUNCTION leave_other_class()`);
  }

  /** Once for each statement, however many come and go. */
  private async raiseVersions(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE FUNCTION raise_class_version() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
      BEGIN
        UPDATE classes SET version = version + 1 WHERE id IN (SELECT class_id FROM changed);
        RETURN NULL;
      END $$`);
    await runner.query(`
      CREATE TRIGGER raise_class_version_on_come AFTER INSERT ON class_members REFERENCING NEW TABLE AS changed
      FOR EACH STATEMENT EXECUTE FUNCTION raise_class_version()`);
    await runner.query(`
      CREATE TRIGGER raise_class_version_on_go AFTER DELETE ON class_members REFERENCING OLD TABLE AS changed
      FOR EACH STATEMENT EXECUTE FUNCTION raise_class_version()`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TRIGGER raise_class_version_on_go ON class_members`);
    await runner.query(`DROP TRIGGER raise_class_version_on_come ON class_members`);
    await runner.query(`DROP TRIGGER leave_other_class ON class_members`);
    await runner.query('DROP FUNCTION raise_class_version, leave_other_class');
    await runner.query('DROP INDEX classes_sorted');
    await runner.query('ALTER TABLE classes DROP sort_name, DROP version');
    await runner.query('DROP FUNCTION with_padded_numbers');
    await runner.query('ALTER TABLE users ALTER sort_name TYPE text COLLATE "default"');
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Rooms1763750000001 implements MigrationInterface {
  readonly name = 'Rooms1763750000001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE rooms (
        id uuid PRIMARY KEY,
        slug text NOT NULL UNIQUE CHECK (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' AND char_length(slug) BETWEEN 2 AND 60),
        name text NOT NULL CHECK (name <> ''),
        owner_unit_id uuid NOT NULL,
        owner_unit_name text NOT NULL,
        owner_unit_path uuid[] NOT NULL,
        name_policy jsonb NOT NULL,
        locked boolean NOT NULL DEFAULT false,
        required_mbps int NOT NULL CHECK (required_mbps BETWEEN 1 AND 1000),
        support jsonb NOT NULL,
        version int NOT NULL DEFAULT 1,
        CHECK (owner_unit_path[cardinality(owner_unit_path)] = owner_unit_id)
      )`);
    await runner.query('CREATE INDEX rooms_owner ON rooms USING gin (owner_unit_path)');
    await this.keepSlugs(runner);
    await runner.query(`
      CREATE TABLE invited_units (
        room_id uuid NOT NULL REFERENCES rooms ON DELETE CASCADE,
        unit_id uuid NOT NULL,
        name text NOT NULL,
        search text NOT NULL,
        name_key text NOT NULL,
        PRIMARY KEY (room_id, unit_id)
      )`);
    await runner.query('CREATE INDEX invited_units_search ON invited_units (room_id, search, unit_id)');
    await runner.query('CREATE INDEX invited_units_key ON invited_units (room_id, name_key)');
  }

  /** TM-2a: the address stands in letters and on walls, so it never changes. */
  private async keepSlugs(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE FUNCTION keep_slug() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        RAISE EXCEPTION 'the address % is permanent', OLD.slug USING ERRCODE = 'check_violation';
      END $$`);
    await runner.query(`
      CREATE TRIGGER keep_slug BEFORE UPDATE OF slug ON rooms
      FOR EACH ROW WHEN (NEW.slug <> OLD.slug) EXECUTE FUNCTION keep_slug()`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE invited_units, rooms');
    await runner.query('DROP FUNCTION keep_slug');
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Types of units become data; units get a version to be changed upon. */
export class UnitTypes1763760201001 implements MigrationInterface {
  readonly name = 'UnitTypes1763760201001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE unit_types (
        key text PRIMARY KEY CHECK (key <> ''),
        province_id uuid REFERENCES units,
        name_vi text NOT NULL CHECK (name_vi <> ''),
        name_en text NOT NULL CHECK (name_en <> ''),
        top boolean NOT NULL DEFAULT false,
        under text[] NOT NULL,
        version int NOT NULL DEFAULT 1
      )`);
    await runner.query(
      'CREATE UNIQUE INDEX unit_types_name ON unit_types (province_id, lower(name_vi COLLATE pg_c_utf8))',
    );
    // Their names and rules come from the contract at every start.
    await runner.query(`
      INSERT INTO unit_types (key, name_vi, name_en, under)
      SELECT key, key, key, '{}' FROM unnest(ARRAY['department', 'division', 'districtOffice', 'commune',
        'continuingEducationCentre', 'communityLearningCentre', 'school', 'partner']) AS key`);
    await runner.query(`
      ALTER TABLE units
        DROP CONSTRAINT units_type_check,
        ADD FOREIGN KEY (type) REFERENCES unit_types,
        ADD version int NOT NULL DEFAULT 1`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE units DROP CONSTRAINT units_type_fkey, DROP version');
    await runner.query('DROP TABLE unit_types');
  }
}

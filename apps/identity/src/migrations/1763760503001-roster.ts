import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who runs the sites (HB-10.3), with training records (HB-11.2). */
export class Roster1763760503001 implements MigrationInterface {
  readonly name = 'Roster1763760503001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE EXTENSION IF NOT EXISTS btree_gist');
    // Dates are days in the unit's life: both ends belong to it. Somebody with an account is named by the account.
    await runner.query(`
      CREATE TABLE roster_entries (
        id uuid PRIMARY KEY,
        unit_id uuid NOT NULL REFERENCES units,
        user_id uuid REFERENCES users,
        name text CHECK (name <> ''),
        sort_name text COLLATE "C" NOT NULL,
        search text NOT NULL,
        phone text CHECK (phone <> ''),
        email text CHECK (email <> ''),
        duties text NOT NULL CHECK (duties <> ''),
        since date NOT NULL,
        until date,
        version int NOT NULL DEFAULT 1,
        CHECK (until >= since),
        CHECK ((user_id IS NULL) = (name IS NOT NULL)),
        CONSTRAINT roster_overlap EXCLUDE USING gist
          (unit_id WITH =, user_id WITH =, daterange(since, until, '[]') WITH &&) WHERE (user_id IS NOT NULL)
      )`);
    await runner.query('CREATE INDEX roster_entries_unit ON roster_entries (unit_id)');
    await runner.query('CREATE INDEX roster_entries_user ON roster_entries (user_id)');
    await runner.query(`
      CREATE TABLE training_records (
        id uuid PRIMARY KEY,
        entry_id uuid NOT NULL REFERENCES roster_entries ON DELETE CASCADE,
        course text NOT NULL CHECK (course <> ''),
        held_on date NOT NULL,
        issuer text CHECK (issuer <> ''),
        certificate_no text CHECK (certificate_no <> '')
      )`);
    await runner.query('CREATE INDEX training_records_entry ON training_records (entry_id, held_on)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE training_records, roster_entries');
  }
}

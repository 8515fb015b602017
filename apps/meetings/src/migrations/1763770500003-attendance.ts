import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who came and went, as the live rooms told, and how many sat at each site (I19, I20). */
export class Attendance1763770500003 implements MigrationInterface {
  readonly name = 'Attendance1763770500003';

  async up(runner: QueryRunner): Promise<void> {
    // Numbered as in the room's own log: told twice it is kept once, and the order of arrival does not matter.
    await runner.query(`
      CREATE TABLE room_passages (
        session_id uuid NOT NULL,
        version int NOT NULL,
        room_id uuid NOT NULL,
        peer_id uuid NOT NULL,
        entered boolean NOT NULL,
        at timestamptz NOT NULL,
        PRIMARY KEY (session_id, version)
      )`);
    await runner.query('CREATE INDEX room_passages_room ON room_passages (room_id, at)');
    await runner.query('CREATE INDEX room_passages_peer ON room_passages (peer_id)');
    await runner.query(`
      CREATE TABLE headcounts (
        occurrence_id uuid NOT NULL REFERENCES occurrences ON DELETE CASCADE,
        site_id uuid NOT NULL REFERENCES sites,
        version int NOT NULL CHECK (version >= 1),
        headcount int NOT NULL CHECK (headcount >= 0),
        -- as it was then (I20)
        headcount_limit int NOT NULL,
        reason text,
        by_user_id uuid,
        at timestamptz NOT NULL,
        PRIMARY KEY (occurrence_id, site_id, version),
        CONSTRAINT headcounts_limit CHECK (headcount <= headcount_limit),
        CHECK (version = 1 OR reason IS NOT NULL)
      )`);
    // I17: what was declared stays; a correction is another line.
    await runner.query(`
      CREATE FUNCTION headcounts_stay() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        RAISE EXCEPTION 'a declared headcount is not changed, another one is added';
      END $$`);
    await runner.query(`
      CREATE TRIGGER headcounts_stay BEFORE UPDATE OF version, headcount, headcount_limit, at ON headcounts
      FOR EACH ROW EXECUTE FUNCTION headcounts_stay()`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE headcounts, room_passages');
    await runner.query('DROP FUNCTION headcounts_stay');
  }
}

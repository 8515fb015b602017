import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a type says of its meetings' sites (HB-2.1); a province's own types say it as the product's do, and ask for nothing new. */
export class RolesOfTypes1763874000001 implements MigrationInterface {
  readonly name = 'RolesOfTypes1763874000001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE meeting_types
        ADD COLUMN main_site text NOT NULL DEFAULT 'ownerUnit' CHECK (main_site IN ('ownerUnit', 'chosen')),
        ADD COLUMN standby_needed boolean NOT NULL DEFAULT false`);
    await runner.query(`
      UPDATE meeting_types SET main_site = 'chosen'
      WHERE kind IN ('classObservation', 'demonstrationLesson', 'teacherContest')`);
    await runner.query(`
      ALTER TABLE meeting_types ALTER COLUMN main_site DROP DEFAULT, ALTER COLUMN standby_needed DROP DEFAULT`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE meeting_types DROP COLUMN main_site, DROP COLUMN standby_needed');
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

/** HB-1: at which level a meeting is held, by the key of a type of units. */
export class Levels1763872000001 implements MigrationInterface {
  readonly name = 'Levels1763872000001';

  async up(runner: QueryRunner): Promise<void> {
    for (const table of ['series', 'occurrences']) {
      // What is there already gets the type of its unit, which identity knows: see the job of levels.
      await runner.query(`ALTER TABLE ${table} ADD level text CHECK (level <> '')`);
      await runner.query(`CREATE INDEX ${table}_without_level ON ${table} (unit_id) WHERE level IS NULL`);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['series', 'occurrences']) await runner.query(`ALTER TABLE ${table} DROP level`);
  }
}

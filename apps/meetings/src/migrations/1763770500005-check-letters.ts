import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which sites were told that their check is open, and for which start: a meeting that moves is told of anew. */
export class CheckLetters1763770500005 implements MigrationInterface {
  readonly name = 'CheckLetters1763770500005';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE check_letters (
        occurrence_id uuid NOT NULL,
        site_id uuid NOT NULL,
        starts_at timestamptz NOT NULL,
        told_at timestamptz NOT NULL,
        PRIMARY KEY (occurrence_id, site_id),
        FOREIGN KEY (occurrence_id, site_id) REFERENCES occurrence_sites ON DELETE CASCADE
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE check_letters');
  }
}

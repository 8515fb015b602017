import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Requests that wait for a decision, and whether those who decide were written to (HB-7.2). */
export class RequestLetters1763864000002 implements MigrationInterface {
  readonly name = 'RequestLetters1763864000002';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE request_letters (
        occurrence_id uuid PRIMARY KEY REFERENCES occurrences ON DELETE CASCADE,
        asked_at timestamptz NOT NULL,
        told_at timestamptz
      )`);
    await runner.query(
      'CREATE INDEX request_letters_untold ON request_letters (occurrence_id) WHERE told_at IS NULL',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE request_letters');
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Mails1763760404001 implements MigrationInterface {
  readonly name = 'Mails1763760404001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE mails (
        id uuid PRIMARY KEY,
        province_id uuid NOT NULL REFERENCES units,
        user_id uuid NOT NULL REFERENCES users ON DELETE CASCADE,
        kind text NOT NULL CHECK (kind <> ''),
        state text NOT NULL CHECK (state IN ('kept', 'queued', 'sent', 'failed', 'purged')),
        recipient text,
        subject text,
        sealed_text bytea,
        created_at timestamptz(3) NOT NULL DEFAULT clock_timestamp(),
        sent_at timestamptz(3),
        attempts int NOT NULL DEFAULT 0,
        due_at timestamptz(3) NOT NULL DEFAULT now(),
        problem text,
        CHECK (state = 'purged' OR (recipient IS NOT NULL AND subject IS NOT NULL AND sealed_text IS NOT NULL))
      )`);
    await runner.query('CREATE INDEX mails_province ON mails (province_id, created_at DESC, id DESC)');
    await runner.query('CREATE INDEX mails_user ON mails (user_id)');
    await runner.query(`CREATE INDEX mails_due ON mails (due_at) WHERE state = 'queued'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE mails');
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Mails that meetings writes, until identity has taken them; then only that they were. */
export class OutgoingMails1763770400001 implements MigrationInterface {
  readonly name = 'OutgoingMails1763770400001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE outgoing_mails (
        id uuid PRIMARY KEY,
        key text NOT NULL UNIQUE CHECK (key <> ''),
        user_id uuid NOT NULL,
        state text NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'taken', 'failed')),
        -- subject, text and calendar part; links in them are secrets
        sealed bytea,
        created_at timestamptz(3) NOT NULL DEFAULT clock_timestamp(),
        due_at timestamptz(3) NOT NULL DEFAULT now(),
        attempts int NOT NULL DEFAULT 0,
        CHECK ((state = 'waiting') = (sealed IS NOT NULL))
      )`);
    await runner.query(`CREATE INDEX outgoing_mails_due ON outgoing_mails (due_at) WHERE state = 'waiting'`);
    await runner.query(
      `CREATE INDEX outgoing_mails_old ON outgoing_mails (created_at) WHERE state <> 'waiting'`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE outgoing_mails');
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who runs a site need not have an account: mails go to the roster's address then. */
export class MailsToTheRoster1763760710001 implements MigrationInterface {
  readonly name = 'MailsToTheRoster1763760710001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE mails
        ALTER user_id DROP NOT NULL,
        ADD entry_id uuid REFERENCES roster_entries ON DELETE CASCADE,
        ADD CONSTRAINT mails_recipient CHECK (num_nonnulls(user_id, entry_id) = 1)`);
    await runner.query('CREATE INDEX mails_entry ON mails (entry_id) WHERE entry_id IS NOT NULL');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DELETE FROM mails WHERE entry_id IS NOT NULL');
    await runner.query('ALTER TABLE mails DROP entry_id, ALTER user_id SET NOT NULL');
  }
}

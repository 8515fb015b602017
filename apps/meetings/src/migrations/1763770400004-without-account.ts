import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who runs a site without an account is invited and asked to check it by the roster's address. */
export class WithoutAccount1763770400004 implements MigrationInterface {
  readonly name = 'WithoutAccount1763770400004';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE outgoing_mails
        ALTER user_id DROP NOT NULL,
        -- of identity's roster
        ADD entry_id uuid,
        ADD CONSTRAINT outgoing_mails_recipient CHECK (num_nonnulls(user_id, entry_id) = 1)`);
    await runner.query('ALTER TABLE invitation_recipients RENAME user_id TO recipient_id');
    // An account, or an entry of the roster.
    await runner.query('ALTER TABLE invitation_recipients ADD account boolean NOT NULL DEFAULT true');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DELETE FROM invitation_recipients WHERE NOT account');
    await runner.query('ALTER TABLE invitation_recipients DROP account');
    await runner.query('ALTER TABLE invitation_recipients RENAME recipient_id TO user_id');
    await runner.query('DELETE FROM outgoing_mails WHERE entry_id IS NOT NULL');
    await runner.query('ALTER TABLE outgoing_mails DROP entry_id, ALTER user_id SET NOT NULL');
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Mails that other services write: each once by its key, some with a calendar part. */
export class MailsOfMeetings1763760490001 implements MigrationInterface {
  readonly name = 'MailsOfMeetings1763760490001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE mails
        ADD key text UNIQUE CHECK (key <> ''),
        ADD sealed_calendar bytea,
        ADD calendar_method text CHECK (calendar_method IN ('REQUEST', 'CANCEL')),
        ADD CHECK (state = 'purged' OR (sealed_calendar IS NULL) = (calendar_method IS NULL))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE mails DROP key, DROP sealed_calendar, DROP calendar_method');
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

/** `timestamptz(3)` rounds up half of the time: a mail written just now was not yet due for half a millisecond. */
export class MailsDueAtOnce1763760730001 implements MigrationInterface {
  readonly name = 'MailsDueAtOnce1763760730001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE mails ALTER due_at SET DEFAULT date_trunc('milliseconds', now())`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE mails ALTER due_at SET DEFAULT now()');
  }
}

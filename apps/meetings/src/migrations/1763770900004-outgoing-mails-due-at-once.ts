import type { MigrationInterface, QueryRunner } from 'typeorm';

/** `timestamptz(3)` rounds up half of the time: a mail written just now was not yet due for half a millisecond. */
export class OutgoingMailsDueAtOnce1763770900004 implements MigrationInterface {
  readonly name = 'OutgoingMailsDueAtOnce1763770900004';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `ALTER TABLE outgoing_mails ALTER due_at SET DEFAULT date_trunc('milliseconds', now())`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE outgoing_mails ALTER due_at SET DEFAULT now()');
  }
}

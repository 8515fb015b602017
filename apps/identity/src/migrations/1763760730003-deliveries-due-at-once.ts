import type { MigrationInterface, QueryRunner } from 'typeorm';

/** `timestamptz(3)` rounds up half of the time: a delivery written just now was not yet due for half a millisecond. */
export class DeliveriesDueAtOnce1763760730003 implements MigrationInterface {
  readonly name = 'DeliveriesDueAtOnce1763760730003';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `ALTER TABLE webhook_deliveries ALTER next_attempt_at SET DEFAULT date_trunc('milliseconds', now())`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE webhook_deliveries ALTER next_attempt_at SET DEFAULT now()');
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

/** `timestamptz(3)` rounds up half of the time: a grant given just now was not yet valid for half a millisecond. */
export class GrantsValidAtOnce1763760730002 implements MigrationInterface {
  readonly name = 'GrantsValidAtOnce1763760730002';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `ALTER TABLE role_grants ALTER valid_from SET DEFAULT date_trunc('milliseconds', now())`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE role_grants ALTER valid_from SET DEFAULT now()');
  }
}

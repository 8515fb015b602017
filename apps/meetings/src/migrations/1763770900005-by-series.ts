import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a series cancelled or postponed takes place after all when its date is held again; what people did stays (I11). */
export class BySeries1763770900005 implements MigrationInterface {
  readonly name = 'BySeries1763770900005';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE occurrences ADD by_series boolean NOT NULL DEFAULT false');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE occurrences DROP by_series');
  }
}

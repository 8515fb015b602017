import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The few events that concern several provinces are found among all there are (I1, I3). */
export class TiedProvinces1763880000001 implements MigrationInterface {
  readonly name = 'TiedProvinces1763880000001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE INDEX unit_events_ties ON unit_events USING gin (province_ids)
       WHERE state <> 'cancelled' AND cardinality(province_ids) > 1`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX unit_events_ties');
  }
}

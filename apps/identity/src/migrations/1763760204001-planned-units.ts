import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which units begin next: asked before every reading of the tree. */
export class PlannedUnits1763760204001 implements MigrationInterface {
  readonly name = 'PlannedUnits1763760204001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE INDEX units_planned ON units (valid_from) WHERE state = 'planned'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX units_planned');
  }
}

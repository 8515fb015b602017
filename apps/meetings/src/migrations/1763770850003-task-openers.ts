import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who told that something is to be mended: the history of a site names them. */
export class TaskOpeners1763770850003 implements MigrationInterface {
  readonly name = 'TaskOpeners1763770850003';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE maintenance_tasks ADD opened_by uuid');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE maintenance_tasks DROP opened_by');
  }
}

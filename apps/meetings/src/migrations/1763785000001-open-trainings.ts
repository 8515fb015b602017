import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Events to which people may come on their own; who registered whom says who may take it back (DA-1a). */
export class OpenTrainings1763785000001 implements MigrationInterface {
  readonly name = 'OpenTrainings1763785000001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE trainings ADD self_registration boolean NOT NULL DEFAULT false');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE trainings DROP self_registration');
  }
}

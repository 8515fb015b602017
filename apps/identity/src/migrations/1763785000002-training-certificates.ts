import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Training records that follow a certificate of the province's own trainings (HB-11.2). */
export class TrainingCertificates1763785000002 implements MigrationInterface {
  readonly name = 'TrainingCertificates1763785000002';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE training_records ADD certificate_id uuid');
    await runner.query(
      `CREATE UNIQUE INDEX training_records_certificate ON training_records (certificate_id, entry_id)
       WHERE certificate_id IS NOT NULL`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE training_records DROP certificate_id');
  }
}

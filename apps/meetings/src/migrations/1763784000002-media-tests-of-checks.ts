import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the SFU received of a site's sound and picture. Results from before it listened itself stay what they were. */
export class MediaTestsOfChecks1763784000002 implements MigrationInterface {
  readonly name = 'MediaTestsOfChecks1763784000002';

  async up(runner: QueryRunner): Promise<void> {
    // One test of sound and picture is one result, as with line tests.
    await runner.query(`
      ALTER TABLE device_tests
        ADD COLUMN media_test_id uuid CONSTRAINT device_tests_media UNIQUE,
        ADD COLUMN received_sound jsonb,
        ADD COLUMN received_picture jsonb,
        ADD CHECK (media_test_id IS NOT NULL OR num_nonnulls(received_sound, received_picture) = 0)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'ALTER TABLE device_tests DROP COLUMN media_test_id, DROP COLUMN received_sound, DROP COLUMN received_picture',
    );
  }
}

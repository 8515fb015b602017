import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Settings1763760701001 implements MigrationInterface {
  readonly name = 'Settings1763760701001';

  async up(runner: QueryRunner): Promise<void> {
    // Only what was set: the rest follows the defaults of the release.
    await runner.query(`
      CREATE TABLE province_settings (
        province_id uuid PRIMARY KEY REFERENCES units,
        stored jsonb NOT NULL DEFAULT '{}' CHECK (jsonb_typeof(stored) = 'object'),
        version int NOT NULL DEFAULT 0,
        changed_at timestamptz(3) NOT NULL DEFAULT now()
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE province_settings');
  }
}

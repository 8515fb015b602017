import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the SFU received of sites' microphones and cameras (HB-8.2, TM-3). */
export class MediaTests1763784000001 implements MigrationInterface {
  readonly name = 'MediaTests1763784000001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE media_test (
        id uuid PRIMARY KEY,
        room_id uuid NOT NULL,
        subject text NOT NULL,
        measured_ms int NOT NULL CHECK (measured_ms >= 0),
        -- null where none was sent
        sound jsonb,
        picture jsonb,
        measured_at timestamptz NOT NULL DEFAULT now()
      )`);
    await runner.query('CREATE INDEX media_test_measured ON media_test (measured_at)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE media_test');
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The register of requests about personal data, and the archives made for them. */
export class Privacy1763760703001 implements MigrationInterface {
  readonly name = 'Privacy1763760703001';

  async up(runner: QueryRunner): Promise<void> {
    // Kept for good: it shows that requests were answered in time. The claim is a lease of the replica that works on it.
    await runner.query(`
      CREATE TABLE privacy_requests (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        kind text NOT NULL CHECK (kind IN ('archive', 'erasure')),
        state text NOT NULL DEFAULT 'waiting'
          CHECK (state IN ('waiting', 'running', 'done', 'refused', 'withdrawn', 'failed')),
        user_id uuid NOT NULL REFERENCES users,
        requested_by uuid NOT NULL,
        requested_at timestamptz(3) NOT NULL DEFAULT clock_timestamp(),
        due_at timestamptz(3) NOT NULL,
        execute_at timestamptz(3) NOT NULL,
        reason text,
        progress int NOT NULL DEFAULT 0,
        total int NOT NULL DEFAULT 0,
        decided_by uuid,
        ended_at timestamptz(3),
        outcome text,
        archive_until timestamptz(3),
        claimed_until timestamptz(3),
        CHECK ((ended_at IS NULL) = (state IN ('waiting', 'running')))
      )`);
    await runner.query(`
      CREATE UNIQUE INDEX privacy_requests_open ON privacy_requests (user_id, kind) WHERE ended_at IS NULL`);
    await runner.query('CREATE INDEX privacy_requests_newest ON privacy_requests (requested_at, id)');
    await runner.query('CREATE INDEX privacy_requests_user ON privacy_requests (user_id)');
    await runner.query(`
      CREATE TABLE privacy_archives (
        request_id uuid NOT NULL REFERENCES privacy_requests ON DELETE CASCADE,
        index int NOT NULL,
        text text NOT NULL,
        PRIMARY KEY (request_id, index)
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE privacy_archives, privacy_requests');
  }
}

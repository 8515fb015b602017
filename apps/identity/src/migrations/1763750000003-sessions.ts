import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Sessions1763750000003 implements MigrationInterface {
  readonly name = 'Sessions1763750000003';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE sessions (
        id uuid PRIMARY KEY,
        user_id uuid NOT NULL REFERENCES users ON DELETE CASCADE,
        started_at timestamptz(3) NOT NULL DEFAULT now(),
        expires_at timestamptz(3) NOT NULL,
        ended_at timestamptz(3)
      )`);
    await runner.query('CREATE INDEX sessions_user ON sessions (user_id)');
    await runner.query('CREATE INDEX sessions_ended ON sessions (ended_at)');
    await runner.query('CREATE INDEX sessions_expires ON sessions (expires_at)');
    await runner.query(`
      CREATE TABLE refresh_tokens (
        hash bytea PRIMARY KEY,
        session_id uuid NOT NULL REFERENCES sessions ON DELETE CASCADE,
        replaced_at timestamptz(3)
      )`);
    await runner.query('CREATE INDEX refresh_tokens_session ON refresh_tokens (session_id)');
    await runner.query(`
      CREATE TABLE sign_in_attempts (
        user_name text PRIMARY KEY,
        failures int NOT NULL,
        last_at timestamptz(3) NOT NULL,
        blocked_until timestamptz(3)
      )`);
    await runner.query('CREATE INDEX sign_in_attempts_last ON sign_in_attempts (last_at)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE sign_in_attempts, refresh_tokens, sessions');
  }
}

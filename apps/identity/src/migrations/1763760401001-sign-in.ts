import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Sessions know where they are; signing in may take several steps. */
export class SignIn1763760401001 implements MigrationInterface {
  readonly name = 'SignIn1763760401001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE sessions
        ADD way text NOT NULL DEFAULT 'password' CHECK (way IN ('password', 'passkey', 'oidc', 'invitation')),
        ADD address text,
        ADD agent text,
        ADD last_seen_at timestamptz(3) NOT NULL DEFAULT now(),
        ADD confirmed_at timestamptz(3) NOT NULL DEFAULT now()`);
    // Attempts are counted by account, by address and by step: the name is only one of the keys.
    await runner.query('ALTER TABLE sign_in_attempts RENAME user_name TO key');
    // Not worth waiting for the disk at every sign-in: after a crash of the database everybody begins anew.
    await runner.query('ALTER TABLE sign_in_attempts SET UNLOGGED');
    await runner.query(`
      CREATE TABLE sign_in_challenges (
        hash bytea PRIMARY KEY,
        user_id uuid REFERENCES users ON DELETE CASCADE,
        kind text NOT NULL CHECK (kind IN ('newPassword', 'secondFactor', 'enrolSecondFactor', 'passkey')),
        way text NOT NULL,
        initial boolean NOT NULL,
        proven boolean NOT NULL,
        expires_at timestamptz(3) NOT NULL,
        CHECK (user_id IS NOT NULL OR kind = 'passkey')
      )`);
    await runner.query('CREATE INDEX sign_in_challenges_expires ON sign_in_challenges (expires_at)');
    await runner.query('CREATE INDEX sign_in_challenges_user ON sign_in_challenges (user_id)');
    await runner.query(`
      CREATE TABLE password_resets (
        hash bytea PRIMARY KEY,
        user_id uuid NOT NULL REFERENCES users ON DELETE CASCADE,
        expires_at timestamptz(3) NOT NULL
      )`);
    await runner.query('CREATE INDEX password_resets_user ON password_resets (user_id)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE password_resets, sign_in_challenges');
    await runner.query('ALTER TABLE sign_in_attempts RENAME key TO user_name');
    await runner.query(
      'ALTER TABLE sessions DROP way, DROP address, DROP agent, DROP last_seen_at, DROP confirmed_at',
    );
  }
}

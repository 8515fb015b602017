import type { MigrationInterface, QueryRunner } from 'typeorm';

export class SecondFactors1763760402001 implements MigrationInterface {
  readonly name = 'SecondFactors1763760402001';

  async up(runner: QueryRunner): Promise<void> {
    // Not confirmed: shown to the person, who has not typed a code of it yet. `last_step`: codes up to it are used.
    await runner.query(`
      CREATE TABLE totp_factors (
        id uuid PRIMARY KEY,
        user_id uuid NOT NULL UNIQUE REFERENCES users ON DELETE CASCADE,
        sealed_secret bytea NOT NULL,
        added_at timestamptz(3) NOT NULL DEFAULT now(),
        confirmed_at timestamptz(3),
        last_step bigint NOT NULL DEFAULT 0,
        last_used_at timestamptz(3)
      )`);
    await runner.query(`
      CREATE TABLE recovery_codes (
        user_id uuid NOT NULL REFERENCES users ON DELETE CASCADE,
        hash bytea NOT NULL,
        PRIMARY KEY (user_id, hash)
      )`);
    await runner.query(`
      CREATE TABLE passkeys (
        id uuid PRIMARY KEY,
        user_id uuid NOT NULL REFERENCES users ON DELETE CASCADE,
        credential_id text NOT NULL UNIQUE,
        public_key bytea NOT NULL,
        counter bigint NOT NULL,
        transports text[] NOT NULL,
        synced boolean NOT NULL,
        name text NOT NULL CHECK (name <> ''),
        added_at timestamptz(3) NOT NULL DEFAULT now(),
        last_used_at timestamptz(3)
      )`);
    await runner.query('CREATE INDEX passkeys_user ON passkeys (user_id)');
    // A WebAuthn ceremony under way. `purpose`: what its answer is good for.
    await runner.query(`
      CREATE TABLE passkey_ceremonies (
        hash bytea PRIMARY KEY,
        purpose text NOT NULL CHECK (purpose IN ('signIn', 'secondFactor', 'confirm', 'add', 'enrol')),
        user_id uuid REFERENCES users ON DELETE CASCADE,
        step_hash bytea REFERENCES sign_in_challenges ON DELETE CASCADE,
        challenge text NOT NULL,
        expires_at timestamptz(3) NOT NULL,
        CHECK (user_id IS NOT NULL OR purpose = 'signIn')
      )`);
    await runner.query('CREATE INDEX passkey_ceremonies_user ON passkey_ceremonies (user_id)');
    await runner.query('CREATE INDEX passkey_ceremonies_step ON passkey_ceremonies (step_hash)');
    await runner.query('CREATE INDEX passkey_ceremonies_expires ON passkey_ceremonies (expires_at)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE passkey_ceremonies, passkeys, recovery_codes, totp_factors');
  }
}

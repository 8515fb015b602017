import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Keys of programs: only the hash of the secret is kept. */
export class Keys1763760600001 implements MigrationInterface {
  readonly name = 'Keys1763760600001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE api_keys (
        id uuid PRIMARY KEY,
        name text NOT NULL CHECK (name <> ''),
        unit_id uuid NOT NULL REFERENCES units,
        subtree boolean NOT NULL,
        scopes text[] NOT NULL CHECK (cardinality(scopes) > 0),
        addresses text[] NOT NULL,
        secret_hash bytea NOT NULL CHECK (octet_length(secret_hash) = 32),
        made_by uuid NOT NULL REFERENCES users,
        created_at timestamptz(3) NOT NULL DEFAULT now(),
        expires_at timestamptz(3) NOT NULL CHECK (expires_at <= created_at + interval '367 days'),
        last_used_at timestamptz(3),
        revoked_at timestamptz(3),
        revoked_by text
      )`);
    await runner.query('CREATE INDEX api_keys_unit ON api_keys (unit_id)');
    await runner.query('CREATE INDEX api_keys_made_by ON api_keys (made_by)');
    await runner.query('CREATE INDEX api_keys_created ON api_keys (created_at, id)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE api_keys');
  }
}

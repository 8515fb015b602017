import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Oidc1763760403001 implements MigrationInterface {
  readonly name = 'Oidc1763760403001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE oidc_providers (
        id uuid PRIMARY KEY,
        province_id uuid NOT NULL REFERENCES units,
        issuer text NOT NULL,
        client_id text NOT NULL,
        sealed_secret bytea NOT NULL,
        name_vi text NOT NULL CHECK (name_vi <> ''),
        name_en text NOT NULL CHECK (name_en <> ''),
        linking text NOT NULL CHECK (linking IN ('verifiedEmail', 'explicit')),
        enabled boolean NOT NULL,
        version int NOT NULL DEFAULT 1,
        UNIQUE (province_id, issuer, client_id)
      )`);
    await runner.query(`
      CREATE TABLE oidc_links (
        id uuid PRIMARY KEY,
        provider_id uuid NOT NULL REFERENCES oidc_providers ON DELETE CASCADE,
        user_id uuid NOT NULL REFERENCES users ON DELETE CASCADE,
        subject text NOT NULL,
        linked_at timestamptz(3) NOT NULL DEFAULT now(),
        last_used_at timestamptz(3),
        UNIQUE (provider_id, subject),
        UNIQUE (provider_id, user_id)
      )`);
    await runner.query('CREATE INDEX oidc_links_user ON oidc_links (user_id)');
    // A row, not memory: the browser may come back to another replica. `link_user_id`: an account is to be linked.
    await runner.query(`
      CREATE TABLE oidc_flows (
        state_hash bytea PRIMARY KEY,
        provider_id uuid NOT NULL REFERENCES oidc_providers ON DELETE CASCADE,
        browser_hash bytea NOT NULL,
        sealed_verifier bytea NOT NULL,
        nonce text NOT NULL,
        link_user_id uuid REFERENCES users ON DELETE CASCADE,
        link_session_id uuid,
        expires_at timestamptz(3) NOT NULL
      )`);
    await runner.query('CREATE INDEX oidc_flows_expires ON oidc_flows (expires_at)');
    await runner.query(`
      CREATE TABLE oidc_arrivals (
        hash bytea PRIMARY KEY,
        browser_hash bytea NOT NULL,
        user_id uuid NOT NULL REFERENCES users ON DELETE CASCADE,
        expires_at timestamptz(3) NOT NULL
      )`);
    await runner.query('CREATE INDEX oidc_arrivals_expires ON oidc_arrivals (expires_at)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE oidc_arrivals, oidc_flows, oidc_links, oidc_providers');
  }
}

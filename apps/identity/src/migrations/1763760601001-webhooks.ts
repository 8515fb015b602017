import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is sent where, and every delivery as a row from the moment its fact is taken. */
export class Webhooks1763760601001 implements MigrationInterface {
  readonly name = 'Webhooks1763760601001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE webhooks (
        id uuid PRIMARY KEY,
        name text NOT NULL CHECK (name <> ''),
        unit_id uuid NOT NULL REFERENCES units,
        subtree boolean NOT NULL,
        url text NOT NULL CHECK (url ~ '^https?://'),
        events text[] NOT NULL,
        state text NOT NULL DEFAULT 'active' CHECK (state IN ('active', 'paused', 'disabled')),
        failures int NOT NULL DEFAULT 0,
        last_success_at timestamptz(3),
        secret bytea NOT NULL,
        old_secret bytea,
        old_secret_until timestamptz(3),
        created_at timestamptz(3) NOT NULL DEFAULT now(),
        version int NOT NULL DEFAULT 1,
        CHECK ((old_secret IS NULL) = (old_secret_until IS NULL))
      )`);
    await runner.query('CREATE INDEX webhooks_unit ON webhooks (unit_id)');
    await runner.query('CREATE INDEX webhooks_created ON webhooks (created_at, id)');
    await runner.query(`
      CREATE TABLE webhook_deliveries (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        webhook_id uuid NOT NULL REFERENCES webhooks ON DELETE CASCADE,
        event text NOT NULL,
        payload text NOT NULL,
        happened_at timestamptz(3) NOT NULL DEFAULT now(),
        state text NOT NULL DEFAULT 'pending' CHECK (state IN ('pending', 'delivered', 'failed')),
        attempts int NOT NULL DEFAULT 0,
        first_due_at timestamptz(3) NOT NULL DEFAULT now(),
        next_attempt_at timestamptz(3) NOT NULL DEFAULT now(),
        last_attempt_at timestamptz(3),
        status int,
        duration_ms int,
        answer text,
        fault text
      )`);
    await runner.query(
      `CREATE INDEX webhook_deliveries_due ON webhook_deliveries (next_attempt_at) WHERE state = 'pending'`,
    );
    await runner.query(
      'CREATE INDEX webhook_deliveries_log ON webhook_deliveries (webhook_id, happened_at, id)',
    );
    await runner.query('CREATE INDEX webhook_deliveries_happened ON webhook_deliveries (happened_at)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE webhook_deliveries, webhooks');
  }
}

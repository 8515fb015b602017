import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Feeds1763770400003 implements MigrationInterface {
  readonly name = 'Feeds1763770400003';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE feeds (
        id uuid PRIMARY KEY,
        user_id uuid NOT NULL,
        -- null for one's own invitations
        unit_id uuid,
        unit_path uuid[],
        unit_name text,
        name text NOT NULL CHECK (name <> ''),
        token_hash bytea NOT NULL UNIQUE,
        created_at timestamptz(3) NOT NULL DEFAULT now(),
        last_read_at timestamptz(3),
        CHECK (num_nonnulls(unit_id, unit_path, unit_name) IN (0, 3)),
        CHECK (unit_path[cardinality(unit_path)] = unit_id)
      )`);
    await runner.query('CREATE INDEX feeds_user ON feeds (user_id)');
    await runner.query('CREATE INDEX feeds_unit ON feeds (unit_id)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE feeds');
  }
}

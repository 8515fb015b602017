import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Lobby1763750000002 implements MigrationInterface {
  readonly name = 'Lobby1763750000002';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE lobby_entries (
        id uuid PRIMARY KEY,
        room_id uuid NOT NULL REFERENCES rooms ON DELETE CASCADE,
        full_name text NOT NULL,
        name_key text NOT NULL,
        search text NOT NULL,
        unit_id uuid,
        state text NOT NULL CHECK (state IN ('waiting', 'admitted', 'refused', 'withdrawn', 'removed')),
        reason text,
        duplicate_of uuid REFERENCES lobby_entries ON DELETE SET NULL,
        line_test_id uuid,
        token_hash bytea NOT NULL,
        asked_at timestamptz(3) NOT NULL DEFAULT clock_timestamp(),
        decided_at timestamptz(3),
        decided_by uuid,
        CHECK ((state = 'waiting') = (decided_at IS NULL)),
        CHECK ((state = 'refused') = (reason IS NOT NULL))
      )`);
    await runner.query('CREATE INDEX lobby_entries_room ON lobby_entries (room_id, state, asked_at, id)');
    await runner.query('CREATE INDEX lobby_entries_all ON lobby_entries (room_id, asked_at, id)');
    await runner.query('CREATE INDEX lobby_entries_duplicate ON lobby_entries (duplicate_of)');
    await runner.query(`
      CREATE INDEX lobby_entries_open ON lobby_entries (asked_at) WHERE state IN ('waiting', 'admitted')`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE lobby_entries');
  }
}

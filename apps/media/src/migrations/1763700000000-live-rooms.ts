import type { MigrationInterface, QueryRunner } from 'typeorm';

export class LiveRooms1763700000000 implements MigrationInterface {
  readonly name = 'LiveRooms1763700000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE live_session (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        room_id uuid NOT NULL,
        opened_at timestamptz NOT NULL DEFAULT now(),
        ended_at timestamptz,
        version integer NOT NULL DEFAULT 0 CHECK (version >= 0),
        node text NOT NULL,
        epoch integer NOT NULL DEFAULT 1 CHECK (epoch >= 1),
        lease_until timestamptz NOT NULL
      )`);
    // I16: one live session at a time.
    await runner.query(
      'CREATE UNIQUE INDEX live_session_open ON live_session (room_id) WHERE ended_at IS NULL',
    );
    await runner.query(`
      CREATE TABLE room_event (
        session_id uuid NOT NULL REFERENCES live_session (id) ON DELETE CASCADE,
        version integer NOT NULL CHECK (version >= 1),
        at timestamptz NOT NULL,
        change jsonb NOT NULL,
        PRIMARY KEY (session_id, version)
      )`);
    await runner.query('CREATE TABLE used_ticket (jti uuid PRIMARY KEY, expires_at timestamptz NOT NULL)');
    await runner.query(`
      CREATE TABLE line_test (
        id uuid PRIMARY KEY,
        room_id uuid NOT NULL,
        up_mbps double precision NOT NULL,
        down_mbps double precision NOT NULL,
        round_trip_ms double precision NOT NULL,
        jitter_ms double precision NOT NULL,
        loss_percent double precision NOT NULL CHECK (loss_percent BETWEEN 0 AND 100),
        required_mbps integer NOT NULL,
        verdict text NOT NULL CHECK (verdict IN ('good', 'weak', 'bad')),
        measured_at timestamptz NOT NULL DEFAULT now()
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['line_test', 'used_ticket', 'room_event', 'live_session']) {
      await runner.query(`DROP TABLE ${table}`);
    }
  }
}

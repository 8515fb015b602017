import type { MigrationInterface, QueryRunner } from 'typeorm';

/** So that what the log of the rooms says about somebody is found without reading all of it. */
export class PeersOfEvents1763760704001 implements MigrationInterface {
  readonly name = 'PeersOfEvents1763760704001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE FUNCTION peer_of(change jsonb) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
      RETURN coalesce(change #>> '{peer,id}', change #>> '{line,peerId}', change ->> 'peerId')`);
    await runner.query('CREATE INDEX room_event_peer ON room_event (peer_of(change), at)');
    await runner.query('CREATE INDEX live_session_ended ON live_session (room_id, ended_at)');
    await runner.query('CREATE INDEX line_test_measured ON line_test (measured_at)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX line_test_measured, live_session_ended, room_event_peer');
    await runner.query('DROP FUNCTION peer_of');
  }
}

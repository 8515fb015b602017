import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which rooms opened by themselves, and for what: a meeting that moves away leaves its room to be locked. */
export class RoomOpenings1763784000003 implements MigrationInterface {
  readonly name = 'RoomOpenings1763784000003';

  async up(runner: QueryRunner): Promise<void> {
    // Without reference to the meeting: of one that is no more the room is locked as well.
    await runner.query(`
      CREATE TABLE room_openings (
        occurrence_id uuid NOT NULL,
        room_id uuid NOT NULL REFERENCES rooms ON DELETE CASCADE,
        -- of the meeting, when its room was opened
        starts_at timestamptz NOT NULL,
        PRIMARY KEY (occurrence_id, room_id)
      )`);
    await runner.query(`
      INSERT INTO room_openings (occurrence_id, room_id, starts_at)
      SELECT id, room_id, starts_at FROM occurrences
      WHERE opened_at IS NOT NULL AND room_closed_at IS NULL AND room_id IS NOT NULL`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE room_openings');
  }
}

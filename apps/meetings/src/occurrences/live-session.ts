import type { Caller } from '@diemcau/contracts/core/caller';
import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { actorOf } from './abilities.js';
import type { OccurrenceRow } from './occurrence-row.js';

/** I16: the database has one for a meeting, and one open in a room. */
export async function beginSession(
  manager: EntityManager,
  { id, roomId }: OccurrenceRow,
  now: Date,
  overrideReason: string | null,
  caller: Caller,
): Promise<void> {
  await manager.query(
    `INSERT INTO live_sessions (occurrence_id, id, room_id, started_at, started_by, override_reason)
     VALUES ($1, $2, $3, $4, $5, $6)`,
    [id, randomUUID(), roomId, now, actorOf(caller), overrideReason],
  );
}

export async function pauseSession(manager: EntityManager, occurrenceId: string, now: Date): Promise<void> {
  await manager.query(
    'INSERT INTO live_pauses (session_id, paused_at) SELECT id, $2 FROM live_sessions WHERE occurrence_id = $1',
    [occurrenceId, now],
  );
}

export async function resumeSession(manager: EntityManager, occurrenceId: string, now: Date): Promise<void> {
  await manager.query(
    `UPDATE live_pauses p SET resumed_at = greatest($2, p.paused_at) FROM live_sessions l
     WHERE l.occurrence_id = $1 AND p.session_id = l.id AND p.resumed_at IS NULL`,
    [occurrenceId, now],
  );
}

/** Also out of a pause. */
export async function endSession(manager: EntityManager, occurrenceId: string, now: Date): Promise<void> {
  await resumeSession(manager, occurrenceId, now);
  await manager.query(
    `UPDATE live_sessions SET ended_at = greatest($2, started_at) WHERE occurrence_id = $1 AND ended_at IS NULL`,
    [occurrenceId, now],
  );
}

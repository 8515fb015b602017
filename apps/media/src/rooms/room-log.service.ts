import { LiveRoomFacts, type RoomEvent } from '@diemcau/contracts/media/room';
import type { RoomChange } from '@diemcau/contracts/media/room-state';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';

/** A session as one holder of its lease sees it. */
export interface HeldSession {
  readonly id: string;
  readonly roomId: string;
  readonly epoch: number;
}

/** Another node holds the session now, or it has ended: whoever gets this stops acting for it. */
export class Fenced extends Error {
  override readonly name = 'Fenced';
}

interface EventRow {
  readonly version: number;
  readonly at: Date;
  readonly change: RoomChange;
}
const toEvent = ({ version, at, change }: EventRow): RoomEvent => ({ version, at: at.toISOString(), change });

/** The truth about a live room: what happened, in order, each with its version. */
@Injectable()
export class RoomLogService {
  constructor(private readonly database: DataSource) {}

  /**
   * One statement: the version rises, the events are there, and who came and went is told, or nothing of it; only under the
   * newest epoch. The facts are not recorded one by one: a school bell brings a thousand people at once.
   * @param manager of a transaction that also records a fact
   * @throws Fenced when the lease is lost
   */
  async append(
    session: HeldSession,
    changes: readonly RoomChange[],
    manager: EntityManager = this.database.manager,
  ): Promise<RoomEvent[]> {
    const rows = (await manager.query(
      `WITH raised AS (
         UPDATE live_session SET version = version + $3
         WHERE id = $1 AND epoch = $2 AND ended_at IS NULL
         RETURNING version
       ), logged AS (
         INSERT INTO room_event (session_id, version, at, change)
         SELECT $1, raised.version - $3 + item.position, clock_timestamp(), item.change
         FROM raised, jsonb_array_elements($4::jsonb) WITH ORDINALITY AS item (change, position)
         RETURNING version, at, change
       ), told AS (
         INSERT INTO outbox (subject, body, request_id)
         SELECT CASE change ->> 'type' WHEN 'entered' THEN $6 ELSE $7 END,
                jsonb_build_object('roomId', $5::text, 'sessionId', $1::uuid, 'version', version, 'peerId', peer_of(change),
                  'at', to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')), gen_random_uuid()::text
         FROM logged WHERE change ->> 'type' IN ('entered', 'left', 'removed')
       )
       SELECT version, at, change FROM logged ORDER BY version`,
      [
        session.id,
        session.epoch,
        changes.length,
        JSON.stringify(changes),
        session.roomId,
        LiveRoomFacts.peerEntered.subject,
        LiveRoomFacts.peerLeft.subject,
      ],
    )) as EventRow[];
    if (rows.length === 0)
      throw new Fenced(`session ${session.id} is no longer held under epoch ${session.epoch}`);
    return rows.map(toEvent);
  }

  async since(sessionId: string, version: number): Promise<RoomEvent[]> {
    const rows = (await this.database.query(
      'SELECT version, at, change FROM room_event WHERE session_id = $1 AND version > $2 ORDER BY version',
      [sessionId, version],
    )) as EventRow[];
    return rows.map(toEvent);
  }
}

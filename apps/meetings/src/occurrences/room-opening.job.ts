import { Jobs } from '@diemcau/service/jobs/jobs';
import { Clock } from '@diemcau/service/time/clock';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { RoomOpeningService } from '../rooms/opening.service.js';
import { opensBeforeMs } from './presiding.service.js';

/** How long a room stays open after the planned end of a meeting that nobody ended. */
const graceMs = 30 * 60_000;

interface Due {
  readonly id: string;
  readonly roomId: string;
}
type Opening = Due & { readonly startsAt: Date };

/**
 * A meeting's room opens by itself before it, and is locked again when it is over, or has moved elsewhere, and no other of its
 * meetings is near. The rows say what was done, so that coming late, or twice, does no harm.
 */
@Injectable()
export class RoomOpeningJob {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly rooms: RoomOpeningService,
    private readonly clock: Clock,
    jobs: Jobs,
  ) {
    jobs.every('meetings.occurrences.rooms', '* * * * *', () => this.run());
  }

  async run(): Promise<void> {
    const now = this.clock.now();
    while (await this.open(now));
    while (await this.withdraw());
    while (await this.close(now));
  }

  /** One room at a time, so that a replica that dies leaves the others to the next. @returns whether there was one */
  private async open(now: Date): Promise<boolean> {
    return this.database.transaction(async (manager) => {
      const [due] = await manager.query<Opening[]>(
        `SELECT id, room_id AS "roomId", starts_at AS "startsAt" FROM occurrences
         WHERE room_id IS NOT NULL AND opened_at IS NULL AND state IN ('scheduled', 'checking')
           AND starts_at <= $1 AND ends_at > $2
         ORDER BY starts_at, id LIMIT 1 FOR NO KEY UPDATE SKIP LOCKED`,
        [new Date(now.getTime() + opensBeforeMs), now],
      );
      if (!due) return false;
      await manager.query('UPDATE occurrences SET opened_at = $2, room_closed_at = NULL WHERE id = $1', [
        due.id,
        now,
      ]);
      await manager.query(
        `INSERT INTO room_openings AS r (occurrence_id, room_id, starts_at) VALUES ($1, $2, $3)
         ON CONFLICT (occurrence_id, room_id) DO UPDATE SET starts_at = excluded.starts_at`,
        [due.id, due.roomId, due.startsAt],
      );
      await this.invite(manager, due);
      return true;
    });
  }

  /** Whatever moved it: by hand, with its series, to another room, to another day. After opening: who stays stays open. */
  private async withdraw(): Promise<boolean> {
    return this.database.transaction(async (manager) => {
      const [left] = await manager.query<Due[]>(
        `SELECT r.occurrence_id AS id, r.room_id AS "roomId"
         FROM room_openings r LEFT JOIN occurrences o ON o.id = r.occurrence_id
         WHERE o.id IS NULL OR o.opened_at IS NULL OR o.room_id IS DISTINCT FROM r.room_id
           OR o.starts_at <> r.starts_at
         ORDER BY r.room_id, r.occurrence_id LIMIT 1 FOR UPDATE OF r SKIP LOCKED`,
      );
      if (!left) return false;
      await this.forget(manager, left);
      // At its new time, or in its new room, it is opened anew.
      await manager.query(
        `UPDATE occurrences o SET opened_at = NULL WHERE id = $1 AND opened_at IS NOT NULL AND room_closed_at IS NULL
           AND state IN ('draft', 'scheduled', 'checking')
           AND NOT EXISTS (SELECT FROM room_openings r WHERE r.occurrence_id = o.id AND r.room_id = o.room_id
                             AND r.starts_at = o.starts_at)`,
        [left.id],
      );
      await this.lockUnlessHeld(manager, left.roomId);
      return true;
    });
  }

  private async close(now: Date): Promise<boolean> {
    return this.database.transaction(async (manager) => {
      const [due] = await manager.query<Due[]>(
        `SELECT id, room_id AS "roomId" FROM occurrences
         WHERE opened_at IS NOT NULL AND room_closed_at IS NULL AND room_id IS NOT NULL
           AND (state IN ('ended', 'reported', 'cancelled', 'aborted', 'postponed')
             OR (state IN ('scheduled', 'checking') AND ends_at < $1))
         ORDER BY starts_at, id LIMIT 1 FOR NO KEY UPDATE SKIP LOCKED`,
        [new Date(now.getTime() - graceMs)],
      );
      if (!due) return false;
      await manager.query('UPDATE occurrences SET room_closed_at = $2 WHERE id = $1', [due.id, now]);
      await this.forget(manager, due);
      await this.lockUnlessHeld(manager, due.roomId);
      return true;
    });
  }

  private async forget(manager: EntityManager, { id, roomId }: Due): Promise<void> {
    await manager.query('DELETE FROM room_openings WHERE occurrence_id = $1 AND room_id = $2', [id, roomId]);
  }

  /** Of two that leave at once each waits for the other, or both would leave it open. */
  private async lockUnlessHeld(manager: EntityManager, roomId: string): Promise<void> {
    await manager.query('SELECT 1 FROM rooms WHERE id = $1 FOR NO KEY UPDATE', [roomId]);
    const [other] = await manager.query<unknown[]>(
      'SELECT 1 FROM occurrences WHERE room_id = $1 AND opened_at IS NOT NULL AND room_closed_at IS NULL LIMIT 1',
      [roomId],
    );
    if (!other) await this.rooms.close(manager, roomId);
  }

  /** Who has a site in the meeting is who may knock as a unit. */
  private async invite(manager: EntityManager, { id, roomId }: Due): Promise<void> {
    const units = await manager.query<{ id: string; name: string }[]>(
      `SELECT DISTINCT s.unit_id AS id, s.unit_name AS name FROM occurrence_sites os JOIN sites s ON s.id = os.site_id
       WHERE os.occurrence_id = $1`,
      [id],
    );
    await this.rooms.open(manager, roomId, units);
  }
}

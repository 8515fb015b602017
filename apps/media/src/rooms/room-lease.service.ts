import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { MediaConfig } from '../config.js';
import type { HeldSession } from './room-log.service.js';

interface LeaseRow {
  readonly id: string;
  readonly node: string;
  readonly epoch: number;
  readonly expired: boolean;
}

export type Lease =
  | { readonly mine: true; readonly session: HeldSession }
  | { readonly mine: false; readonly node: string; readonly epoch: number };

/** Who holds which room. PostgreSQL's clock decides; nodes' clocks need not agree. */
@Injectable()
export class RoomLeaseService {
  constructor(
    private readonly database: DataSource,
    private readonly config: MediaConfig,
  ) {}

  /**
   * The room's holder; this node when there is none, when the holder's lease ran out, or when this very node held it before
   * it was restarted.
   * @param holds the epoch this process holds the room under, if it does
   * @param isAlive a holder that still sends heartbeats keeps the room even when it could not renew (PostgreSQL was away)
   */
  async take(
    roomId: string,
    holds: (sessionId: string) => number | undefined,
    isAlive: (node: string) => boolean,
  ): Promise<Lease> {
    const me = this.config.nodeId;
    return this.database.transaction(async (manager) => {
      await manager.query(
        `INSERT INTO live_session (room_id, node, lease_until) VALUES ($1, $2, now() - interval '1 second')
         ON CONFLICT (room_id) WHERE ended_at IS NULL DO NOTHING`,
        [roomId, me],
      );
      const [row] = (await manager.query(
        `SELECT id, node, epoch, lease_until < now() AS expired
         FROM live_session WHERE room_id = $1 AND ended_at IS NULL FOR UPDATE`,
        [roomId],
      )) as [LeaseRow];
      const { id, node, epoch, expired } = row;
      if (node === me && holds(id) === epoch) return { mine: true, session: { id, roomId, epoch } };
      if (node !== me && (!expired || isAlive(node))) return { mine: false, node, epoch };
      await manager.query(
        `UPDATE live_session SET node = $2, epoch = epoch + 1, lease_until = now() + $3 * interval '1 millisecond'
         WHERE id = $1`,
        [id, me, this.config.leaseMs],
      );
      return { mine: true, session: { id, roomId, epoch: epoch + 1 } };
    });
  }

  /** @returns ids of the sessions that are still this node's; the others were taken over or have ended */
  async renew(sessions: readonly HeldSession[]): Promise<Set<string>> {
    const rows = (await this.database.query(
      `UPDATE live_session SET lease_until = now() + $1 * interval '1 millisecond'
       FROM unnest($2::uuid[], $3::integer[]) AS held (id, epoch)
       WHERE live_session.id = held.id AND live_session.epoch = held.epoch AND ended_at IS NULL
       RETURNING live_session.id`,
      [this.config.leaseMs, sessions.map(({ id }) => id), sessions.map(({ epoch }) => epoch)],
    )) as [{ id: string }[], number];
    return new Set(rows[0].map(({ id }) => id));
  }

  /** Lets another node take the room at once. */
  async release(session: HeldSession): Promise<void> {
    await this.database.query(`UPDATE live_session SET lease_until = now() WHERE id = $1 AND epoch = $2`, [
      session.id,
      session.epoch,
    ]);
  }

  async end(session: HeldSession): Promise<void> {
    await this.database.query(`UPDATE live_session SET ended_at = now() WHERE id = $1 AND epoch = $2`, [
      session.id,
      session.epoch,
    ]);
  }
}

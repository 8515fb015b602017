import { SessionFacts } from '@diemcau/contracts/identity/sessions';
import { Facts } from '@diemcau/service/facts/facts';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { hashOf } from './refresh-token.js';

/** Most session ids in one fact. */
const perFact = 1000;

/** Ends sign-in sessions; the fact makes every edge refuse their access tokens and close their sockets (I6). */
@Injectable()
export class EndingService {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly facts: Facts,
  ) {}

  /** @param sessionId only this one; every session of the user when left out. @returns how many it ended */
  async end(manager: EntityManager, userId: string, sessionId?: string): Promise<number> {
    const [rows] = await manager.query<[{ id: string }[], number]>(
      `UPDATE sessions SET ended_at = clock_timestamp()
       WHERE user_id = $1 AND ended_at IS NULL AND id = coalesce($2, id) RETURNING id`,
      [userId, sessionId ?? null],
    );
    const ids = rows.map(({ id }) => id);
    for (let at = 0; at < ids.length; at += perFact) {
      const sessionIds = ids.slice(at, at + perFact);
      await this.facts.record(manager, SessionFacts.ended, { userId, sessionIds });
    }
    return ids.length;
  }

  async everywhere(userId: string): Promise<number> {
    return this.database.transaction((manager) => this.end(manager, userId));
  }

  /** The session of any token it ever gave; an unknown token ends nothing and is no fault. */
  async ofToken(refreshToken: string): Promise<number> {
    return this.database.transaction(async (manager) => {
      const [session] = await manager.query<{ id: string; user_id: string }[]>(
        `SELECT id, user_id FROM sessions
         WHERE id = (SELECT session_id FROM refresh_tokens WHERE hash = $1)`,
        [hashOf(refreshToken)],
      );
      return session ? this.end(manager, session.user_id, session.id) : 0;
    });
  }

  async endedSince(since: Date): Promise<string[]> {
    const rows = await this.database.query<{ id: string }[]>(
      'SELECT id FROM sessions WHERE ended_at >= $1 ORDER BY ended_at DESC LIMIT 100000',
      [since],
    );
    return rows.map(({ id }) => id);
  }
}

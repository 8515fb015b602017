import type { Caller, UserCaller } from '@diemcau/contracts/core/caller';
import { SessionFacts } from '@diemcau/contracts/identity/sessions';
import { Facts } from '@diemcau/service/facts/facts';
import { hashOf } from '@diemcau/service/secrets/token';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { AuditService } from '../audit/audit.service.js';

/** Most session ids in one fact. */
const perFact = 1000;

/** Whose session goes on. */
type Kept = Pick<UserCaller, 'userId' | 'sessionId'>;

/** Ends sign-in sessions; the fact makes every edge refuse their access tokens and close their sockets (I6). */
@Injectable()
export class EndingService {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly facts: Facts,
    private readonly audit: AuditService,
  ) {}

  /** @param sessionId only this one; every session of the user when left out. @returns how many it ended */
  async end(manager: EntityManager, userId: string, sessionId?: string): Promise<number> {
    const [rows] = await manager.query<[{ id: string }[], number]>(
      `UPDATE sessions SET ended_at = clock_timestamp()
       WHERE user_id = $1 AND ended_at IS NULL AND id = coalesce($2, id) RETURNING id`,
      [userId, sessionId ?? null],
    );
    return this.tell(manager, userId, rows);
  }

  /** @returns how many it ended */
  async endOthers(manager: EntityManager, { userId, sessionId }: Kept): Promise<number> {
    const [rows] = await manager.query<[{ id: string }[], number]>(
      `UPDATE sessions SET ended_at = clock_timestamp()
       WHERE user_id = $1 AND ended_at IS NULL AND id <> $2 RETURNING id`,
      [userId, sessionId],
    );
    return this.tell(manager, userId, rows);
  }

  private async tell(
    manager: EntityManager,
    userId: string,
    rows: readonly { readonly id: string }[],
  ): Promise<number> {
    const ids = rows.map(({ id }) => id);
    for (let at = 0; at < ids.length; at += perFact) {
      const sessionIds = ids.slice(at, at + perFact);
      await this.facts.record(manager, SessionFacts.ended, { userId, sessionIds });
    }
    return ids.length;
  }

  async one(userId: string, sessionId: string, caller: Caller): Promise<number> {
    return this.noted(userId, caller, (manager) => this.end(manager, userId, sessionId));
  }

  async everywhere(userId: string, caller: Caller): Promise<number> {
    return this.noted(userId, caller, (manager) => this.end(manager, userId));
  }

  /** All but the one that asks. */
  async others(caller: UserCaller): Promise<number> {
    return this.noted(caller.userId, caller, (manager) => this.endOthers(manager, caller));
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

  private async noted(
    userId: string,
    caller: Caller,
    end: (manager: EntityManager) => Promise<number>,
  ): Promise<number> {
    return this.database.transaction(async (manager) => {
      const ended = await end(manager);
      if (ended > 0) {
        const [user] = await manager.query<{ unitId: string }[]>(
          'SELECT unit_id AS "unitId" FROM users WHERE id = $1',
          [userId],
        );
        await this.audit.record(manager, caller, {
          action: 'sessions.end',
          unitId: user?.unitId ?? null,
          object: { kind: 'user', id: userId },
          after: { ended },
        });
      }
      return ended;
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

import { Failure, type FailureKind } from '@diemcau/contracts/core/failure';
import { type CurrentUser, sessionErrors, type SessionTokens } from '@diemcau/contracts/identity/sessions';
import { Injectable, Logger } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { randomUUID } from 'node:crypto';
import { DataSource, type EntityManager } from 'typeorm';
import { IdentityConfig } from '../config.js';
import { type ActiveUser, UsersService } from '../users/users.service.js';
import { AccessTokens } from './access-tokens.js';
import { EndingService } from './ending.service.js';
import { hashOf, newRefreshToken, successorOf } from './refresh-token.js';
import { rotationOf } from './rotation.js';

interface Refreshed {
  readonly sessionId: string;
  readonly refreshToken: string;
  readonly expiresAt: Date;
  readonly user: ActiveUser;
}

interface PresentedRow {
  readonly sessionId: string;
  readonly userId: string;
  readonly now: Date;
  readonly replacedAt: Date | null;
  readonly sessionEndedAt: Date | null;
  readonly sessionExpiresAt: Date;
}

/** Sign-in sessions from opening to the last refresh; how they end is {@link EndingService}'s. */
@Injectable()
export class SessionsService {
  private readonly log = new Logger(SessionsService.name);

  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly users: UsersService,
    private readonly ending: EndingService,
    private readonly accessTokens: AccessTokens,
    private readonly config: IdentityConfig,
  ) {}

  async open(userId: string): Promise<SessionTokens> {
    const user = await this.users.activeUser(userId);
    if (!user) throw new Failure(sessionErrors.locked);
    const sessionId = randomUUID();
    const refreshToken = newRefreshToken();
    const expiresAt = await this.database.transaction(async (manager) => {
      const [session] = await manager.query<[{ expires_at: Date }]>(
        `INSERT INTO sessions (id, user_id, expires_at) VALUES ($1, $2, now() + make_interval(days => $3))
         RETURNING expires_at`,
        [sessionId, userId, this.config.sessionDays],
      );
      await this.keep(manager, refreshToken, sessionId);
      return session.expires_at;
    });
    return this.tokensOf({ sessionId, refreshToken, expiresAt, user });
  }

  /** @throws Failure `sessions.ended`, `sessions.locked` when the account was locked meanwhile */
  async refresh(refreshToken: string): Promise<SessionTokens> {
    // What the transaction finds out about a stolen token must be kept, so it does not end with an exception.
    const result = await this.database.transaction((manager) => this.rotate(manager, refreshToken));
    if ('code' in result) throw new Failure(result);
    return this.tokensOf(result);
  }

  /** @throws Failure `sessions.ended` */
  async current(userId: string, sessionId: string): Promise<CurrentUser> {
    const live = await this.database.query<unknown[]>(
      'SELECT 1 FROM sessions WHERE id = $1 AND user_id = $2 AND ended_at IS NULL',
      [sessionId, userId],
    );
    if (live.length === 0) throw new Failure(sessionErrors.ended);
    const user = await this.users.activeUser(userId);
    if (!user) throw new Failure(sessionErrors.ended);
    return user.view;
  }

  private async rotate(manager: EntityManager, token: string): Promise<Refreshed | FailureKind> {
    // Both rows are locked: tabs that refresh at once go through here one after the other.
    const [presented] = await manager.query<PresentedRow[]>(
      `SELECT session_id AS "sessionId", user_id AS "userId", clock_timestamp() AS now,
              replaced_at AS "replacedAt", ended_at AS "sessionEndedAt", expires_at AS "sessionExpiresAt"
       FROM refresh_tokens token JOIN sessions session ON session.id = session_id
       WHERE hash = $1 FOR UPDATE`,
      [hashOf(token)],
    );
    if (!presented) return sessionErrors.ended;
    const { sessionId, userId } = presented;
    const rotation = rotationOf(presented);
    switch (rotation) {
      case 'ended':
        return sessionErrors.ended;
      case 'reuse':
        this.log.warn({ sessionId, userId }, 'an old refresh token came back: the session is ended');
        await this.ending.end(manager, userId, sessionId);
        return sessionErrors.ended;
      case 'rotate':
      case 'replay': {
        const user = await this.users.activeUser(userId, manager);
        if (!user) {
          await this.ending.end(manager, userId, sessionId);
          return sessionErrors.locked;
        }
        const refreshToken = successorOf(token, this.config.accessTokenSecret);
        if (rotation === 'replay') {
          return { sessionId, refreshToken, expiresAt: presented.sessionExpiresAt, user };
        }
        return {
          sessionId,
          refreshToken,
          expiresAt: await this.replace(manager, token, refreshToken, sessionId),
          user,
        };
      }
    }
  }

  private async replace(
    manager: EntityManager,
    token: string,
    successor: string,
    sessionId: string,
  ): Promise<Date> {
    await this.keep(manager, successor, sessionId);
    await manager.query('UPDATE refresh_tokens SET replaced_at = clock_timestamp() WHERE hash = $1', [
      hashOf(token),
    ]);
    const [[session]] = await manager.query<[[{ expires_at: Date }], number]>(
      'UPDATE sessions SET expires_at = now() + make_interval(days => $2) WHERE id = $1 RETURNING expires_at',
      [sessionId, this.config.sessionDays],
    );
    return session.expires_at;
  }

  private async keep(manager: EntityManager, token: string, sessionId: string): Promise<void> {
    await manager.query('INSERT INTO refresh_tokens (hash, session_id) VALUES ($1, $2)', [
      hashOf(token),
      sessionId,
    ]);
  }

  private tokensOf({ sessionId, refreshToken, expiresAt, user }: Refreshed): SessionTokens {
    const access = this.accessTokens.sign(sessionId, user);
    return { ...access, refreshToken, refreshExpiresAt: expiresAt.toISOString(), user: user.view };
  }
}

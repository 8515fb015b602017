import { Failure, type FailureKind } from '@diemcau/contracts/core/failure';
import { sessionErrors } from '@diemcau/contracts/identity/sessions';
import { currentRequest } from '@diemcau/service/log/request-context';
import { hashOf } from '@diemcau/service/secrets/token';
import { Injectable, Logger } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { IdentityConfig } from '../config.js';
import { SettingsService } from '../settings/settings.service.js';
import { type ActiveUser, UsersService } from '../users/users.service.js';
import { EndingService } from './ending.service.js';
import { successorOf } from './refresh-token.js';
import { rotationOf } from './rotation.js';

/** A session that goes on, and its newest refresh token. */
export interface Refreshed {
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

/** The rotation of refresh tokens. */
@Injectable()
export class RefreshingService {
  private readonly log = new Logger(RefreshingService.name);

  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly users: UsersService,
    private readonly ending: EndingService,
    private readonly settings: SettingsService,
    private readonly config: IdentityConfig,
  ) {}

  /** @throws Failure `sessions.ended`, `sessions.locked` when the account was locked meanwhile */
  async refresh(refreshToken: string): Promise<Refreshed> {
    // What the transaction finds out about a stolen token must be kept, so it does not end with an exception.
    const result = await this.database.transaction((manager) => this.rotate(manager, refreshToken));
    if ('code' in result) throw new Failure(result);
    return result;
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
        const expiresAt =
          rotation === 'replay'
            ? presented.sessionExpiresAt
            : await this.replace(manager, { token, successor: refreshToken, sessionId, user });
        return { sessionId, refreshToken, expiresAt, user };
      }
    }
  }

  private async replace(
    manager: EntityManager,
    {
      token,
      successor,
      sessionId,
      user,
    }: { token: string; successor: string; sessionId: string; user: ActiveUser },
  ): Promise<Date> {
    const { address, agent } = currentRequest() ?? {};
    const { sessionDays } = await this.settings.of(user.view.provinceId);
    await manager.query('INSERT INTO refresh_tokens (hash, session_id) VALUES ($1, $2)', [
      hashOf(successor),
      sessionId,
    ]);
    await manager.query('UPDATE refresh_tokens SET replaced_at = clock_timestamp() WHERE hash = $1', [
      hashOf(token),
    ]);
    const [[session]] = await manager.query<[[{ expires_at: Date }], number]>(
      `UPDATE sessions SET expires_at = now() + make_interval(days => $2), last_seen_at = now(),
         address = coalesce($3, address), agent = coalesce($4, agent)
       WHERE id = $1 RETURNING expires_at`,
      [sessionId, sessionDays, address ?? null, agent ?? null],
    );
    return session.expires_at;
  }
}

import { Failure } from '@diemcau/contracts/core/failure';
import {
  type CurrentUser,
  sessionErrors,
  type SessionTokens,
  type SignInWay,
} from '@diemcau/contracts/identity/sessions';
import { currentRequest } from '@diemcau/service/log/request-context';
import { Statement } from '@diemcau/service/database/statement';
import { hashOf, newToken } from '@diemcau/service/secrets/token';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { randomUUID } from 'node:crypto';
import { DataSource } from 'typeorm';
import { SettingsService } from '../settings/settings.service.js';
import { type ActiveUser, UsersService } from '../users/users.service.js';
import { AccessTokens } from './access-tokens.js';
import { type Refreshed, RefreshingService } from './refreshing.service.js';

/** One statement is one transaction: session, token, audit entry, and the forgetting of failed attempts. */
const opening = new Statement<{ expiresAt: Date }>(
  'open session',
  `WITH session AS (
     INSERT INTO sessions (id, user_id, way, address, agent, expires_at)
     SELECT $1, id, $3, $4, $5, now() + make_interval(days => $6)
     FROM users WHERE id = $2 AND state = 'active'
     RETURNING id, user_id, expires_at
   ), token AS (
     INSERT INTO refresh_tokens (hash, session_id) SELECT $7, id FROM session
   ), forgotten AS (
     DELETE FROM sign_in_attempts WHERE key = ANY ($8)
   ), noted AS (
     INSERT INTO audit_entries (province_id, unit_id, actor_kind, actor_id, session_id, address, agent, request_id,
                                action, object_kind, object_id, after)
     SELECT $9, $10, 'user', user_id, id, $4, $5, $11, 'sessions.signIn', 'user', user_id,
            jsonb_build_object('way', $3::text)
     FROM session
   )
   SELECT expires_at AS "expiresAt" FROM session`,
);

/** Sign-in sessions from opening on; how they end is {@link EndingService}'s. */
@Injectable()
export class SessionsService {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly users: UsersService,
    private readonly refreshing: RefreshingService,
    private readonly accessTokens: AccessTokens,
    private readonly settings: SettingsService,
  ) {}

  /**
   * @param attempts keys of failed attempts that are forgotten now
   * @throws Failure `sessions.locked` when the account was locked at this moment
   */
  async open(user: ActiveUser, way: SignInWay, attempts: readonly string[] = []): Promise<SessionTokens> {
    const { id, unitId, provinceId } = user.view;
    const { address, agent, requestId } = currentRequest() ?? {};
    const { sessionDays } = await this.settings.of(provinceId);
    const [sessionId, refreshToken] = [randomUUID(), newToken()];
    const [opened] = await opening.run(this.database, [
      sessionId,
      id,
      way,
      address ?? null,
      agent ?? null,
      sessionDays,
      hashOf(refreshToken),
      attempts,
      provinceId,
      unitId,
      requestId ?? null,
    ]);
    if (!opened) throw new Failure(sessionErrors.locked);
    return this.tokensOf({ sessionId, refreshToken, expiresAt: opened.expiresAt, user });
  }

  /** @throws Failure `sessions.ended`, `sessions.locked` when the account was locked meanwhile */
  async refresh(refreshToken: string): Promise<SessionTokens> {
    return this.tokensOf(await this.refreshing.refresh(refreshToken));
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

  private tokensOf({ sessionId, refreshToken, expiresAt, user }: Refreshed): SessionTokens {
    const access = this.accessTokens.sign(sessionId, user);
    return { ...access, refreshToken, refreshExpiresAt: expiresAt.toISOString(), user: user.view };
  }
}

import { Failure } from '@diemcau/contracts/core/failure';
import { sessionErrors, type SessionTokens, type SignIn } from '@diemcau/contracts/identity/sessions';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { PasswordsService } from '../users/passwords.service.js';
import { UsersService } from '../users/users.service.js';
import { SessionsService } from './sessions.service.js';
import { attemptAt, type Attempts } from './throttle.js';

@Injectable()
export class SignInService {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly users: UsersService,
    private readonly passwords: PasswordsService,
    private readonly sessions: SessionsService,
  ) {}

  /**
   * An unknown name, a wrong password and an account without one are told apart by nobody: same answer, same work, same
   * throttle. That an account is locked is said only to who knows its password.
   */
  async signIn({ userName, password }: SignIn): Promise<SessionTokens> {
    const name = userName.toLowerCase();
    await this.takeAttempt(name);
    const account = await this.users.accountNamed(userName);
    const right = await this.passwords.isRight(password, account?.passwordHash ?? null);
    if (!account || !right) throw new Failure(sessionErrors.wrong);
    if (account.state !== 'active') throw new Failure(sessionErrors.locked);
    await this.database.query('DELETE FROM sign_in_attempts WHERE user_name = $1', [name]);
    return this.sessions.open(account.id);
  }

  /** @throws Failure `sessions.slowDown` with `retryAfterS` */
  private async takeAttempt(userName: string): Promise<void> {
    const throttled = await this.database.transaction(async (manager) => {
      await manager.query('SELECT pg_advisory_xact_lock(hashtext($1))', [`sign in ${userName}`]);
      const [before] = await manager.query<Attempts[]>(
        `SELECT failures, last_at AS "lastAt", blocked_until AS "blockedUntil"
         FROM sign_in_attempts WHERE user_name = $1`,
        [userName],
      );
      const attempt = attemptAt(new Date(), before);
      if (attempt.allowed) {
        await manager.query(
          `INSERT INTO sign_in_attempts VALUES ($1, $2, $3, $4)
           ON CONFLICT (user_name) DO UPDATE
           SET failures = excluded.failures, last_at = excluded.last_at, blocked_until = excluded.blocked_until`,
          [userName, attempt.next.failures, attempt.next.lastAt, attempt.next.blockedUntil],
        );
      }
      return attempt;
    });
    if (!throttled.allowed) {
      throw new Failure(sessionErrors.slowDown, { retryAfterS: throttled.retryAfterS });
    }
  }
}

import type { UserCaller } from '@diemcau/contracts/core/caller';
import { Failure } from '@diemcau/contracts/core/failure';
import {
  type ConfirmByPassword,
  type Confirmed,
  secondFactorErrors,
} from '@diemcau/contracts/identity/second-factors';
import { passwordErrors, signInErrors } from '@diemcau/contracts/identity/sign-in';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { PasswordsService } from '../../users/passwords.service.js';
import { AttemptsService, hasFactors } from '../steps/attempts.service.js';
import { NotingService } from '../steps/noting.service.js';
import { TotpService } from '../totp/totp.service.js';

/** Minutes for which having proven who one is holds good. */
const freshMinutes = 10;

/** Who changes how an account is entered has just proven to be its owner: a browser left open is not enough. */
@Injectable()
export class ConfirmingService {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly passwords: PasswordsService,
    private readonly attempts: AttemptsService,
    private readonly noting: NotingService,
    private readonly totp: TotpService,
  ) {}

  /** Null when it was longer ago. */
  async until({ userId, sessionId }: UserCaller): Promise<Date | null> {
    const [session] = await this.database.query<{ until: Date }[]>(
      `SELECT confirmed_at + make_interval(mins => $3) AS until FROM sessions
       WHERE id = $1 AND user_id = $2 AND ended_at IS NULL AND confirmed_at > now() - make_interval(mins => $3)`,
      [sessionId, userId, freshMinutes],
    );
    return session?.until ?? null;
  }

  /** @throws Failure `secondFactors.confirmFirst` */
  async require(caller: UserCaller): Promise<void> {
    if ((await this.until(caller)) === null) throw new Failure(secondFactorErrors.confirmFirst);
  }

  /**
   * With the app's code where there is one; who has passkeys only confirms by passkey.
   * @throws Failure `passwords.currentWrong`, `signIn.codeWrong`, `signIn.wayNotThere`, `sessions.slowDown`
   */
  async byPassword(caller: UserCaller, { password, code }: ConfirmByPassword): Promise<Confirmed> {
    const { userId } = caller;
    const [held] = await this.database.query<{ hasTotp: boolean; hasPasskey: boolean }[]>(
      `SELECT ${hasFactors} FROM users u WHERE id = $1`,
      [userId],
    );
    if (held?.hasPasskey && !held.hasTotp) throw new Failure(signInErrors.wayNotThere);
    await this.password(caller, password);
    if (held?.hasTotp && !(code && (await this.totp.accept(userId, code)))) {
      await this.noting.failed(userId, caller, 'totp');
      throw new Failure(signInErrors.codeWrong);
    }
    return this.confirmed(caller);
  }

  /** @throws Failure `passwords.currentWrong`, `sessions.slowDown`, `passwords.none` */
  async password(caller: UserCaller, password: string): Promise<void> {
    const { userId } = caller;
    await this.attempts.take(AttemptsService.ofStep(userId));
    const [user] = await this.database.query<{ passwordHash: string | null }[]>(
      'SELECT password_hash AS "passwordHash" FROM users WHERE id = $1',
      [userId],
    );
    if (!user?.passwordHash) throw new Failure(passwordErrors.none);
    if (!(await this.passwords.isRight(password, user.passwordHash))) {
      await this.noting.failed(userId, caller, 'password');
      throw new Failure(passwordErrors.currentWrong);
    }
    await this.attempts.forget(AttemptsService.ofStep(userId));
  }

  async confirmed({ userId, sessionId }: UserCaller): Promise<Confirmed> {
    const [[session]] = await this.database.query<[[{ until: Date }], number]>(
      `UPDATE sessions SET confirmed_at = now() WHERE id = $1 AND user_id = $2
       RETURNING confirmed_at + make_interval(mins => $3) AS until`,
      [sessionId, userId, freshMinutes],
    );
    return { until: session.until.toISOString() };
  }
}

import { anonymous } from '@diemcau/contracts/core/caller';
import { Failure } from '@diemcau/contracts/core/failure';
import { sessionErrors, type SignIn, type SignInStep } from '@diemcau/contracts/identity/sessions';
import { Injectable } from '@nestjs/common';
import { InitialSecretsService } from '../secrets/initial-secrets.service.js';
import { PasswordsService } from '../users/passwords.service.js';
import { type Account, AttemptsService } from './steps/attempts.service.js';
import { ContinuingService } from './steps/continuing.service.js';
import { NotingService } from './steps/noting.service.js';

@Injectable()
export class SignInService {
  constructor(
    private readonly attempts: AttemptsService,
    private readonly passwords: PasswordsService,
    private readonly secrets: InitialSecretsService,
    private readonly continuing: ContinuingService,
    private readonly noting: NotingService,
  ) {}

  /**
   * An unknown name, a wrong password and an account without one are told apart by nobody: same answer, same work, same
   * throttle. That an account is locked is said only to who knows its password.
   */
  async signIn({ userName, password }: SignIn): Promise<SignInStep> {
    const account = await this.attempts.named(userName);
    // At the same time, so that an account not yet taken up takes no longer than any other.
    const [right, initial] = await Promise.all([
      this.passwords.isRight(password, account?.passwordHash ?? null),
      account?.state === 'invited' && this.secrets.isRight(account.id, password),
    ]);
    if (!account || !(right || initial)) throw await this.wrong(account);
    if (account.state !== 'active' && !initial) throw new Failure(sessionErrors.locked);
    const step = { userId: account.id, way: 'password', initial: !right, proven: false } as const;
    const attempts = AttemptsService.ofName(userName);
    const next = await this.continuing.from(step, { account, attempts });
    // A session has made them forgotten already.
    if (next.challenge) await this.attempts.forget(attempts);
    return next;
  }

  private async wrong(account: Account | null): Promise<Failure> {
    await this.noting.failed(account?.id ?? null, anonymous, 'password');
    return new Failure(sessionErrors.wrong);
  }
}

import type { UserCaller } from '@diemcau/contracts/core/caller';
import { Failure } from '@diemcau/contracts/core/failure';
import type { AddPasskey, FactorAdded, RecoveryCodes } from '@diemcau/contracts/identity/second-factors';
import { type PasskeyOptions, signInErrors, type TotpSetup } from '@diemcau/contracts/identity/sign-in';
import { Injectable } from '@nestjs/common';
import { AddingPasskeysService } from '../passkeys/adding.service.js';
import { AttemptsService } from '../steps/attempts.service.js';
import { TotpService } from '../totp/totp.service.js';
import { ConfirmingService } from './confirming.service.js';
import { FactorsService } from './factors.service.js';

/** What people do about second factors of their own account: all of it needs a fresh proof of who they are. */
@Injectable()
export class OwnFactorsService {
  constructor(
    private readonly confirming: ConfirmingService,
    private readonly totp: TotpService,
    private readonly adding: AddingPasskeysService,
    private readonly factors: FactorsService,
    private readonly attempts: AttemptsService,
  ) {}

  async beginTotp(caller: UserCaller): Promise<TotpSetup> {
    await this.confirming.require(caller);
    return this.totp.begin(caller.userId);
  }

  async confirmTotp(code: string, caller: UserCaller): Promise<FactorAdded> {
    await this.confirming.require(caller);
    await this.attempts.take(AttemptsService.ofStep(caller.userId));
    const added = await this.factors.addTotp(caller.userId, code, caller);
    await this.attempts.forget(AttemptsService.ofStep(caller.userId));
    return added;
  }

  async beginPasskey(caller: UserCaller): Promise<PasskeyOptions> {
    await this.confirming.require(caller);
    return this.adding.options({ purpose: 'add', userId: caller.userId, stepHash: null });
  }

  async addPasskey({ token, response, name }: AddPasskey, caller: UserCaller): Promise<FactorAdded> {
    await this.confirming.require(caller);
    const passkey = await this.adding.check(token, 'add', response);
    if (passkey.userId !== caller.userId) throw new Failure(signInErrors.passkeyWrong);
    return this.factors.addPasskey(passkey, name, caller);
  }

  async rename(factorId: string, name: string, caller: UserCaller): Promise<void> {
    await this.factors.rename(factorId, name, caller);
  }

  /** @throws Failure `signIn.wayNotThere` for who has no second factor */
  async renewCodes(caller: UserCaller): Promise<RecoveryCodes> {
    await this.confirming.require(caller);
    return { codes: await this.factors.renewCodes(caller) };
  }
}

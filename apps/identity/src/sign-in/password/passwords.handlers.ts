import type { Caller } from '@diemcau/contracts/core/caller';
import type { Handlers } from '@diemcau/contracts/core/contract';
import { Failure } from '@diemcau/contracts/core/failure';
import type { Nothing } from '@diemcau/contracts/core/page';
import {
  AskForReset,
  ChangePassword,
  type InitialSecretIssued,
  PasswordResetOf,
  type PasswordRules,
  Passwords,
  ResetPassword,
  ResetRef,
  type ResetView,
} from '@diemcau/contracts/identity/sign-in';
import { userErrors } from '@diemcau/contracts/identity/users';
import { Handles } from '@diemcau/service/bus/handles';
import { Controller } from '@nestjs/common';
import { IssuingService } from '../../users/issuing.service.js';
import { AttemptsService } from '../steps/attempts.service.js';
import { signedIn } from '../signed-in.js';
import { ChangingPasswordService } from './changing.service.js';
import { ChoosingService } from './choosing.service.js';
import { ResetsService } from './resets.service.js';

@Controller()
export class PasswordsHandlers implements Handlers<typeof Passwords> {
  constructor(
    private readonly changing: ChangingPasswordService,
    private readonly choosing: ChoosingService,
    private readonly resets: ResetsService,
    private readonly attempts: AttemptsService,
    private readonly issuing: IssuingService,
  ) {}

  @Handles(Passwords.rules) async rules(_input: Nothing, caller: Caller): Promise<PasswordRules> {
    return this.choosing.rules(signedIn(caller).userId);
  }

  @Handles(Passwords.change) async change(input: ChangePassword, caller: Caller): Promise<void> {
    await this.changing.change(input, signedIn(caller));
  }

  /** Answered before it is known whether there is such an account: the time tells nothing either. */
  @Handles(Passwords.askForReset) async askForReset({ account }: AskForReset): Promise<void> {
    await this.attempts.take(AttemptsService.ofReset(account));
    this.resets.sendLater(account);
  }

  @Handles(Passwords.openReset) async openReset({ token }: ResetRef): Promise<ResetView> {
    return this.resets.view(token);
  }

  @Handles(Passwords.reset) async reset({ token, password }: ResetPassword): Promise<void> {
    await this.resets.reset(token, password);
  }

  @Handles(Passwords.resetFor) async resetFor(
    { userId }: PasswordResetOf,
    caller: Caller,
  ): Promise<InitialSecretIssued> {
    const [slip] = (await this.issuing.issue([userId], caller)).items;
    if (!slip) throw new Failure(userErrors.notFound, { userId });
    return { userName: slip.userName, secret: slip.secret, expiresAt: slip.expiresAt };
  }
}

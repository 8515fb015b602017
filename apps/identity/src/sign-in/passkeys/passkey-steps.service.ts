import { anonymous } from '@diemcau/contracts/core/caller';
import { Failure } from '@diemcau/contracts/core/failure';
import type { SignInStep } from '@diemcau/contracts/identity/sessions';
import {
  type AnswerPasskey,
  type EnrolPasskey,
  type PasskeyOptions,
  signInErrors,
} from '@diemcau/contracts/identity/sign-in';
import { Injectable } from '@nestjs/common';
import { FactorsService } from '../factors/factors.service.js';
import { AnsweringService } from '../steps/answering.service.js';
import { ContinuingService } from '../steps/continuing.service.js';
import { AddingPasskeysService } from './adding.service.js';
import { PasskeysService } from './passkeys.service.js';

/** Passkeys while signing in: without a user name, as the second factor, or as the factor that is demanded. */
@Injectable()
export class PasskeyStepsService {
  constructor(
    private readonly answering: AnsweringService,
    private readonly continuing: ContinuingService,
    private readonly passkeys: PasskeysService,
    private readonly adding: AddingPasskeysService,
    private readonly factors: FactorsService,
  ) {}

  optionsForAnybody(): Promise<PasskeyOptions> {
    return this.passkeys.options({ purpose: 'signIn', userId: null, stepHash: null });
  }

  async options(token: string): Promise<PasskeyOptions> {
    const { userId, hash } = await this.answering.step(token, 'secondFactor');
    return this.passkeys.options({ purpose: 'secondFactor', userId, stepHash: hash });
  }

  /** @throws Failure `signIn.challengeOver`, `signIn.passkeyWrong`, `sessions.locked` */
  async answer({ token, response }: AnswerPasskey): Promise<SignInStep> {
    const { userId, stepHash } = await this.passkeys.prove(token, ['signIn', 'secondFactor'], response);
    if (stepHash) return this.answering.proven(stepHash);
    return this.continuing.from({ userId, way: 'passkey', initial: false, proven: true });
  }

  async beginEnrolling(token: string): Promise<PasskeyOptions> {
    const { userId, hash } = await this.answering.step(token, 'enrolSecondFactor');
    return this.adding.options({ purpose: 'enrol', userId, stepHash: hash });
  }

  /** @throws Failure `signIn.challengeOver`, `signIn.passkeyWrong` */
  async enrol({ token, name, response }: EnrolPasskey): Promise<SignInStep> {
    const passkey = await this.adding.check(token, 'enrol', response);
    if (!passkey.stepHash) throw new Failure(signInErrors.challengeOver);
    return this.answering.enrol(passkey.stepHash, async () => {
      const added = await this.factors.addPasskey(passkey, name, anonymous);
      return added.recoveryCodes;
    });
  }
}

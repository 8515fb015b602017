import { anonymous } from '@diemcau/contracts/core/caller';
import type { Handlers } from '@diemcau/contracts/core/contract';
import type { SignInStep } from '@diemcau/contracts/identity/sessions';
import {
  AnswerPasskey,
  AnswerRecoveryCode,
  AnswerTotp,
  ChallengeRef,
  ChooseFirstPassword,
  EnrolPasskey,
  EnrolTotp,
  type PasskeyOptions,
  SignInSteps,
  type TotpSetup,
} from '@diemcau/contracts/identity/sign-in';
import { Handles } from '@diemcau/service/bus/handles';
import { hashOf } from '@diemcau/service/secrets/token';
import { Controller } from '@nestjs/common';
import { FactorsService } from '../factors/factors.service.js';
import { RecoveryCodesService } from '../factors/recovery-codes.service.js';
import { PasskeyStepsService } from '../passkeys/passkey-steps.service.js';
import { FirstPasswordService } from '../password/first-password.service.js';
import { TotpService } from '../totp/totp.service.js';
import { AnsweringService } from './answering.service.js';

type PasskeySteps = Pick<
  Handlers<typeof SignInSteps>,
  'passkeyOptions' | 'passkeyOptionsForAnybody' | 'answerPasskey' | 'beginPasskey' | 'enrolPasskey'
>;

@Controller()
export class PasskeyStepsHandlers implements PasskeySteps {
  constructor(private readonly passkeys: PasskeyStepsService) {}

  @Handles(SignInSteps.passkeyOptions) async passkeyOptions({
    token,
  }: ChallengeRef): Promise<PasskeyOptions> {
    return this.passkeys.options(token);
  }

  @Handles(SignInSteps.passkeyOptionsForAnybody) async passkeyOptionsForAnybody(): Promise<PasskeyOptions> {
    return this.passkeys.optionsForAnybody();
  }

  @Handles(SignInSteps.answerPasskey) async answerPasskey(input: AnswerPasskey): Promise<SignInStep> {
    return this.passkeys.answer(input);
  }

  @Handles(SignInSteps.beginPasskey) async beginPasskey({ token }: ChallengeRef): Promise<PasskeyOptions> {
    return this.passkeys.beginEnrolling(token);
  }

  @Handles(SignInSteps.enrolPasskey) async enrolPasskey(input: EnrolPasskey): Promise<SignInStep> {
    return this.passkeys.enrol(input);
  }
}

@Controller()
export class TypedStepsHandlers implements Omit<Handlers<typeof SignInSteps>, keyof PasskeySteps> {
  constructor(
    private readonly answering: AnsweringService,
    private readonly passwords: FirstPasswordService,
    private readonly apps: TotpService,
    private readonly codes: RecoveryCodesService,
    private readonly factors: FactorsService,
  ) {}

  @Handles(SignInSteps.chooseFirstPassword) async chooseFirstPassword({
    token,
    password,
  }: ChooseFirstPassword): Promise<SignInStep> {
    return this.passwords.choose(token, password);
  }

  @Handles(SignInSteps.answerTotp) async answerTotp({ token, code }: AnswerTotp): Promise<SignInStep> {
    return this.answering.typed(token, 'totp', (userId) => this.apps.accept(userId, code));
  }

  @Handles(SignInSteps.answerRecoveryCode) async answerRecoveryCode({
    token,
    code,
  }: AnswerRecoveryCode): Promise<SignInStep> {
    return this.answering.typed(token, 'recoveryCode', (userId) => this.codes.accept(userId, code));
  }

  @Handles(SignInSteps.beginTotp) async beginTotp({ token }: ChallengeRef): Promise<TotpSetup> {
    const { userId } = await this.answering.step(token, 'enrolSecondFactor');
    return this.apps.begin(userId);
  }

  @Handles(SignInSteps.enrolTotp) async enrolTotp({ token, code }: EnrolTotp): Promise<SignInStep> {
    return this.answering.enrol(hashOf(token), async (userId) => {
      const { recoveryCodes } = await this.factors.addTotp(userId, code, anonymous);
      return recoveryCodes;
    });
  }
}

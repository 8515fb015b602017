import type { Feature } from '@diemcau/service/feature';
import { SecondFactors1763760402001 } from '../migrations/1763760402001-second-factors.js';
import { ConfirmingService } from './factors/confirming.service.js';
import { FactorListService } from './factors/factor-list.service.js';
import { FactorsService } from './factors/factors.service.js';
import { OwnFactorsService } from './factors/own-factors.service.js';
import { RecoveryCodesService } from './factors/recovery-codes.service.js';
import { RemovingFactorsService } from './factors/removing.service.js';
import { SecondFactorsHandlers } from './factors/second-factors.handlers.js';
import { AddingPasskeysService } from './passkeys/adding.service.js';
import { CeremoniesService } from './passkeys/ceremonies.service.js';
import { PasskeyStepsService } from './passkeys/passkey-steps.service.js';
import { PasskeysService } from './passkeys/passkeys.service.js';
import { ChangingPasswordService } from './password/changing.service.js';
import { ChoosingService } from './password/choosing.service.js';
import { FirstPasswordService } from './password/first-password.service.js';
import { PasswordsHandlers } from './password/passwords.handlers.js';
import { ResetsService } from './password/resets.service.js';
import { SignInService } from './sign-in.service.js';
import { AnsweringService } from './steps/answering.service.js';
import { AttemptsService } from './steps/attempts.service.js';
import { ChallengesService } from './steps/challenges.service.js';
import { ContinuingService } from './steps/continuing.service.js';
import { NotingService } from './steps/noting.service.js';
import { PasskeyStepsHandlers, TypedStepsHandlers } from './steps/sign-in-steps.handlers.js';
import { TellingService } from './telling.service.js';
import { TotpService } from './totp/totp.service.js';

export const signInFeature: Feature = {
  controllers: [TypedStepsHandlers, PasskeyStepsHandlers, PasswordsHandlers, SecondFactorsHandlers],
  providers: [
    SignInService,
    AttemptsService,
    ChallengesService,
    ContinuingService,
    AnsweringService,
    NotingService,
    TellingService,
    ChoosingService,
    FirstPasswordService,
    ChangingPasswordService,
    ResetsService,
    TotpService,
    CeremoniesService,
    PasskeysService,
    AddingPasskeysService,
    PasskeyStepsService,
    RecoveryCodesService,
    FactorsService,
    FactorListService,
    OwnFactorsService,
    RemovingFactorsService,
    ConfirmingService,
  ],
  entities: [],
  migrations: [SecondFactors1763760402001],
};

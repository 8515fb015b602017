import type { Caller } from '@diemcau/contracts/core/caller';
import type { Nothing } from '@diemcau/contracts/core/page';
import { SignInAnswer } from '@diemcau/contracts/identity/sessions';
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
  SignInStepsClient,
  type TotpSetup,
} from '@diemcau/contracts/identity/sign-in';
import { Controller } from '@nestjs/common';
import { anyone } from '../edge/auth/access.js';
import { Route } from '../edge/http/route.js';
import { Cookie, RefreshCookie } from './refresh-cookie.js';

const step = { answer: SignInAnswer, limit: 'signIn' } as const;
const limit = { limit: 'signIn' } as const;

/** The steps between a right password and a session, and passkeys instead of a password. */
@Controller()
export class SignInController {
  constructor(private readonly steps: SignInStepsClient) {}

  @Route.post(
    'sign-in/password',
    SignInSteps.chooseFirstPassword,
    anyone,
    'Đặt mật khẩu của mình · Choose one’s own password',
    step,
  )
  async choosePassword(input: ChooseFirstPassword, caller: Caller, @Cookie() cookie: RefreshCookie) {
    return cookie.answer(await this.steps.chooseFirstPassword(input, caller));
  }

  @Route.post('sign-in/totp', SignInSteps.answerTotp, anyone, 'Nhập mã ứng dụng · Answer with a code', step)
  async totp(input: AnswerTotp, caller: Caller, @Cookie() cookie: RefreshCookie) {
    return cookie.answer(await this.steps.answerTotp(input, caller));
  }

  @Route.post(
    'sign-in/recovery-code',
    SignInSteps.answerRecoveryCode,
    anyone,
    'Nhập mã dự phòng · Answer with a recovery code',
    step,
  )
  async recoveryCode(input: AnswerRecoveryCode, caller: Caller, @Cookie() cookie: RefreshCookie) {
    return cookie.answer(await this.steps.answerRecoveryCode(input, caller));
  }

  @Route.post(
    'sign-in/passkey/options',
    SignInSteps.passkeyOptionsForAnybody,
    anyone,
    'Bắt đầu đăng nhập bằng khoá truy cập · Begin with a passkey, without a user name',
    limit,
  )
  passkeyOptionsForAnybody(input: Nothing, caller: Caller): Promise<PasskeyOptions> {
    return this.steps.passkeyOptionsForAnybody(input, caller);
  }

  @Route.post(
    'sign-in/passkey/step',
    SignInSteps.passkeyOptions,
    anyone,
    'Khoá truy cập làm yếu tố thứ hai · A passkey as the second factor',
    limit,
  )
  passkeyOptions(input: ChallengeRef, caller: Caller): Promise<PasskeyOptions> {
    return this.steps.passkeyOptions(input, caller);
  }

  @Route.post(
    'sign-in/passkey',
    SignInSteps.answerPasskey,
    anyone,
    'Trả lời bằng khoá truy cập · Answer with a passkey',
    step,
  )
  async passkey(input: AnswerPasskey, caller: Caller, @Cookie() cookie: RefreshCookie) {
    return cookie.answer(await this.steps.answerPasskey(input, caller));
  }

  @Route.post(
    'sign-in/enrol/totp/options',
    SignInSteps.beginTotp,
    anyone,
    'Cài ứng dụng xác thực khi được yêu cầu · Set up an authenticator app that is demanded',
    limit,
  )
  beginTotp(input: ChallengeRef, caller: Caller): Promise<TotpSetup> {
    return this.steps.beginTotp(input, caller);
  }

  @Route.post(
    'sign-in/enrol/totp',
    SignInSteps.enrolTotp,
    anyone,
    'Xác nhận ứng dụng xác thực · Confirm the authenticator app',
    step,
  )
  async enrolTotp(input: EnrolTotp, caller: Caller, @Cookie() cookie: RefreshCookie) {
    return cookie.answer(await this.steps.enrolTotp(input, caller));
  }

  @Route.post(
    'sign-in/enrol/passkey/options',
    SignInSteps.beginPasskey,
    anyone,
    'Tạo khoá truy cập khi được yêu cầu · Make a passkey that is demanded',
    limit,
  )
  beginPasskey(input: ChallengeRef, caller: Caller): Promise<PasskeyOptions> {
    return this.steps.beginPasskey(input, caller);
  }

  @Route.post(
    'sign-in/enrol/passkey',
    SignInSteps.enrolPasskey,
    anyone,
    'Xác nhận khoá truy cập mới · Confirm the new passkey',
    step,
  )
  async enrolPasskey(input: EnrolPasskey, caller: Caller, @Cookie() cookie: RefreshCookie) {
    return cookie.answer(await this.steps.enrolPasskey(input, caller));
  }
}

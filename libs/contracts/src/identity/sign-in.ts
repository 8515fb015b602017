import { ClientOf, contract, takes } from '../core/contract.js';
import { failures } from '../core/failure.js';
import { Foreign, Id, Instant, Int, Secret, Text } from '../core/fields.js';
import { Nothing } from '../core/page.js';
import { SignInStep } from './sessions.js';

/** Longest password; every character of it counts. */
export const longestPassword = 200;

export class ChallengeRef {
  /** Of the challenge that is answered. */
  @Secret({ max: 100 }) token: string;
}

export class ChooseFirstPassword extends ChallengeRef {
  /** Any characters, spaces and Vietnamese too, as many as the province asks for and at most 200. */
  @Secret({ max: longestPassword, example: 'ba con vịt qua cầu' }) password: string;
}

export class AnswerTotp extends ChallengeRef {
  /** Six digits of the authenticator app. */
  @Text({ max: 12, example: '492 039' }) code: string;
}

export class AnswerRecoveryCode extends ChallengeRef {
  /** One of the ten written down at enrolment; each is good once. */
  @Text({ max: 20, example: 'k7mqx-2rt9b' }) code: string;
}

/** For `navigator.credentials.get` or `.create`; the answer is due within the token's life. */
export class PasskeyOptions {
  /** Goes back with the answer. */
  @Text({ max: 100 }) token: string;
  @Instant() expiresAt: string;
  /** WebAuthn level 3 JSON: PublicKeyCredentialRequestOptionsJSON or PublicKeyCredentialCreationOptionsJSON. */
  @Foreign() options: object;
}

export class AnswerPasskey extends ChallengeRef {
  /** WebAuthn level 3 JSON: AuthenticationResponseJSON. */
  @Foreign() response: object;
}

/** What an authenticator app is set up with. */
export class TotpSetup {
  /** Base32, to be typed where no camera is. */
  @Text({ max: 100 }) secret: string;
  /** `otpauth://totp/…`, to be shown as a QR code. */
  @Text({ max: 500 }) uri: string;
}

export class EnrolTotp extends ChallengeRef {
  @Text({ max: 12, example: '492 039' }) code: string;
}

export class EnrolPasskey extends ChallengeRef {
  /** For the person to know it by: «Máy tính ở trường». */
  @Text({ max: 60 }) name: string;
  /** WebAuthn level 3 JSON: RegistrationResponseJSON. */
  @Foreign() response: object;
}

/** The steps after {@link Sessions.signIn}, and the ways in without a password. */
export const SignInSteps = contract('identity.signIn', {
  chooseFirstPassword: takes(ChooseFirstPassword).gives(SignInStep),
  answerTotp: takes(AnswerTotp).gives(SignInStep),
  answerRecoveryCode: takes(AnswerRecoveryCode).gives(SignInStep),
  /** As the second factor of the challenge: only the account's own passkeys are asked for. */
  passkeyOptions: takes(ChallengeRef).gives(PasskeyOptions),
  /** Without a user name: any passkey that the browser knows for this site. */
  passkeyOptionsForAnybody: takes(Nothing).gives(PasskeyOptions),
  /** Answers either of the two; a passkey with user verification counts as both factors. */
  answerPasskey: takes(AnswerPasskey).gives(SignInStep),
  beginTotp: takes(ChallengeRef).gives(TotpSetup),
  enrolTotp: takes(EnrolTotp).gives(SignInStep),
  beginPasskey: takes(ChallengeRef).gives(PasskeyOptions),
  enrolPasskey: takes(EnrolPasskey).gives(SignInStep),
});
export class SignInStepsClient extends ClientOf(SignInSteps) {}

export class ChangePassword {
  /** The present one. */
  @Secret({ max: longestPassword }) current: string;
  @Secret({ max: longestPassword }) password: string;
}

export class AskForReset {
  /** User name, or the e-mail address the school has on record. */
  @Text({ max: 254, example: 'quan-tri' }) account: string;
}

export class ResetRef {
  /** Of the link in the mail. */
  @Secret({ max: 100 }) token: string;
}

export class ResetView {
  @Text({ max: 100 }) userName: string;
  @Int({ min: 8, max: 64 }) passwordMinLength: number;
  @Instant() expiresAt: string;
}

export class ResetPassword extends ResetRef {
  @Secret({ max: longestPassword }) password: string;
}

export class PasswordResetOf {
  @Id() userId: string;
}

/** To be handed to the person; nobody can ask for it again here. */
export class InitialSecretIssued {
  @Text({ max: 100 }) userName: string;
  /** Opens nothing but choosing a password. */
  @Text({ max: 20, example: 'k7mq-x2rt-9bnd' }) secret: string;
  @Instant() expiresAt: string;
}

export class PasswordRules {
  @Int({ min: 8, max: 64 }) minLength: number;
  @Int({ min: 64, max: 1000 }) maxLength: number;
}

export const Passwords = contract('identity.passwords', {
  /** Those of the caller's province. */
  rules: takes(Nothing).gives(PasswordRules),
  /** Ends the caller's other sessions. */
  change: takes(ChangePassword),
  /** Answers the same, in the same time, whether there is such an account or not. */
  askForReset: takes(AskForReset),
  /** Whose link it is; does not use it up. */
  openReset: takes(ResetRef).gives(ResetView),
  /** Uses the link up and ends every session of the account. Signing in follows as usual. */
  reset: takes(ResetPassword),
  /** By an operator, `users.secrets` over the person's unit: a new initial secret; every session ends. */
  resetFor: takes(PasswordResetOf).gives(InitialSecretIssued),
});
export class PasswordsClient extends ClientOf(Passwords) {}

export const signInErrors = failures('signIn', {
  challengeOver: {
    status: 410,
    vi: 'Bước đăng nhập này đã hết hạn hoặc đã dùng; xin đăng nhập lại từ đầu',
    en: 'This step of signing in has expired or was used; please start again',
  },
  codeWrong: { status: 403, vi: 'Mã chưa đúng hoặc đã dùng', en: 'The code is wrong or was used already' },
  passkeyWrong: {
    status: 403,
    vi: 'Không nhận ra khoá truy cập này',
    en: 'This passkey is not recognised',
  },
  wayNotThere: {
    status: 409,
    vi: 'Tài khoản không có cách xác thực này',
    en: 'The account has no such way to prove itself',
  },
});

export const passwordErrors = failures('passwords', {
  tooShort: {
    status: 400,
    vi: 'Mật khẩu quá ngắn',
    en: 'The password is too short',
  },
  common: {
    status: 400,
    vi: 'Mật khẩu này quá phổ biến, kẻ xấu sẽ thử trước tiên; xin chọn mật khẩu khác',
    en: 'This password is among the first that attackers try; please choose another',
  },
  aboutYou: {
    status: 400,
    vi: 'Mật khẩu không nên là tên, tên đăng nhập, mã, số điện thoại hay tên đơn vị của bạn',
    en: 'The password should not be made of your name, user name, code, phone or unit',
  },
  unchanged: {
    status: 400,
    vi: 'Mật khẩu mới phải khác mật khẩu đang dùng',
    en: 'The new password must differ from the present one',
  },
  characters: {
    status: 400,
    vi: 'Mật khẩu có ký tự không dùng được',
    en: 'The password holds characters that cannot be used',
  },
  currentWrong: {
    status: 403,
    vi: 'Mật khẩu đang dùng chưa đúng',
    en: 'The present password is not right',
  },
  none: {
    status: 409,
    vi: 'Tài khoản chưa có mật khẩu',
    en: 'The account has no password yet',
  },
  linkOver: {
    status: 401,
    vi: 'Liên kết đặt lại mật khẩu đã hết hạn hoặc đã dùng',
    en: 'The link has expired or was used already',
  },
});

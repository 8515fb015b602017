import { ClientOf, contract, takes } from '../core/contract.js';
import { failures } from '../core/failure.js';
import { Flag, Foreign, Id, Instant, Int, ListOf, OneOf, Secret, Text, TextsOf } from '../core/fields.js';
import { Nothing } from '../core/page.js';
import { longestPassword, PasskeyOptions, TotpSetup } from './sign-in.js';

export const secondFactorKinds = ['totp', 'passkey'] as const;
export type SecondFactorKind = (typeof secondFactorKinds)[number];

export class SecondFactor {
  @Id() id: string;
  @OneOf(secondFactorKinds) kind: SecondFactorKind;
  /** Given by the person; null for an authenticator app. */
  @Text({ max: 60, nullable: true }) name: string | null;
  @Instant() addedAt: string;
  @Instant({ nullable: true }) lastUsedAt: string | null;
  /** A passkey that its maker keeps in several devices; null for an authenticator app. */
  @Flag({ nullable: true }) synced: boolean | null;
}

export class SecondFactorList {
  @ListOf(() => SecondFactor, { max: 50 }) items: SecondFactor[];
  @Int({ min: 0, max: 10 }) recoveryCodesLeft: number;
  /** The province demands one of this account: the last cannot be removed by its owner. */
  @Flag() required: boolean;
  /** Until when the caller may change factors without proving who they are again; null when they must. */
  @Instant({ nullable: true }) confirmedUntil: string | null;
}

export class RecoveryCodes {
  /** Ten, shown this once; earlier ones are worth nothing any more. */
  @TextsOf({ max: 10, each: 20 }) codes: string[];
}

export class ConfirmTotp {
  /** Six digits of the app that was just set up. */
  @Text({ max: 12, example: '492 039' }) code: string;
}

/** An authenticator app was added; codes only when it is the account's first factor. */
export class FactorAdded {
  @Id() id: string;
  /** Ten, shown this once, with the first factor; else null. */
  @TextsOf({ max: 10, each: 20, nullable: true }) recoveryCodes: string[] | null;
}

export class AddPasskey {
  /** Of the options. */
  @Secret({ max: 100 }) token: string;
  /** For the person to know it by: «Máy tính ở trường». */
  @Text({ max: 60 }) name: string;
  /** WebAuthn level 3 JSON: RegistrationResponseJSON. */
  @Foreign() response: object;
}

export class FactorRef {
  @Id() factorId: string;
}

export class RenamePasskey extends FactorRef {
  @Text({ max: 60 }) name: string;
}

export class FactorsOfUser {
  @Id() userId: string;
}
export class FactorOfUser extends FactorsOfUser {
  @Id() factorId: string;
}

/** Proves once more who sits at the browser. */
export class ConfirmByPassword {
  @Secret({ max: longestPassword }) password: string;
  /** Of the authenticator app, where the account has one. */
  @Text({ max: 12, optional: true }) code?: string;
}
export class ConfirmByPasskey {
  /** Of the options. */
  @Secret({ max: 100 }) token: string;
  /** WebAuthn level 3 JSON: AuthenticationResponseJSON. */
  @Foreign() response: object;
}
export class Confirmed {
  /** Factors and links can be changed until then, 10 minutes from now. */
  @Instant() until: string;
}

/** Second factors of the caller's own account, and what operators do about lost ones. */
export const SecondFactors = contract('identity.secondFactors', {
  list: takes(Nothing).gives(SecondFactorList),
  confirmByPassword: takes(ConfirmByPassword).gives(Confirmed),
  confirmOptions: takes(Nothing).gives(PasskeyOptions),
  confirmByPasskey: takes(ConfirmByPasskey).gives(Confirmed),
  /** What follows needs a sign-in or confirmation of the last 10 minutes. */
  beginTotp: takes(Nothing).gives(TotpSetup),
  confirmTotp: takes(ConfirmTotp).gives(FactorAdded),
  beginPasskey: takes(Nothing).gives(PasskeyOptions),
  addPasskey: takes(AddPasskey).gives(FactorAdded),
  renamePasskey: takes(RenamePasskey),
  renewRecoveryCodes: takes(Nothing).gives(RecoveryCodes),
  remove: takes(FactorRef),
  /** Needs `users.secrets` over the person's unit. */
  listOf: takes(FactorsOfUser).gives(SecondFactorList),
  /** A lost one. Needs `users.secrets` over the person's unit; ends the person's sessions. */
  removeOf: takes(FactorOfUser),
});
export class SecondFactorsClient extends ClientOf(SecondFactors) {}

export const secondFactorErrors = failures('secondFactors', {
  confirmFirst: {
    status: 403,
    vi: 'Xin xác nhận lại danh tính trước khi thay đổi (đăng nhập đã quá 10 phút)',
    en: 'Please confirm that it is you first: the sign-in is older than 10 minutes',
  },
  notFound: { status: 404, vi: 'Không tìm thấy yếu tố xác thực', en: 'There is no such second factor' },
  already: {
    status: 409,
    vi: 'Tài khoản đã có ứng dụng xác thực; xin gỡ cái cũ trước',
    en: 'The account has an authenticator app already; remove it first',
  },
  lastRequired: {
    status: 409,
    vi: 'Đơn vị yêu cầu có yếu tố thứ hai: hãy thêm cái khác trước khi gỡ cái này',
    en: 'A second factor is required: add another before removing this one',
  },
  tooMany: { status: 409, vi: 'Đã có đủ 20 khoá truy cập', en: 'There are 20 passkeys already' },
});

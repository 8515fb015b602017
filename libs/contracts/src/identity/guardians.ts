import { ClientOf, contract, takes } from '../core/contract.js';
import { failures } from '../core/failure.js';
import {
  Day,
  Email,
  Id,
  Ids,
  Instant,
  Int,
  ListOf,
  OneOf,
  Phone,
  Secret,
  Text,
  UserName,
} from '../core/fields.js';
import { Nothing } from '../core/page.js';
import { ClassRef } from './classes.js';
import { ConsentGiven, ConsentText } from './consents.js';

export const guardianRelations = ['mother', 'father', 'guardian'] as const;
export type GuardianRelation = (typeof guardianRelations)[number];

/** Guardians that one code binds. */
export const guardiansPerCode = 3;

/** A parent or guardian, as the operator sees them. */
export class GuardianView {
  @Id() userId: string;
  @Text({ max: 120 }) displayName: string;
  @OneOf(guardianRelations) relation: GuardianRelation;
  @Text({ max: 25, nullable: true }) phone: string | null;
  @Text({ max: 254, nullable: true }) email: string | null;
  @Instant() since: string;
}
export class GuardianList {
  @ListOf(() => GuardianView, { max: 20 }) items: GuardianView[];
}

/** A child, as the guardian sees it. */
export class ChildView {
  @Id() studentId: string;
  @Text({ max: 120 }) displayName: string;
  @Text({ max: 60, nullable: true }) code: string | null;
  @OneOf(guardianRelations) relation: GuardianRelation;
  @Id() unitId: string;
  @Text({ max: 200 }) unitName: string;
  /** Of the present school year. */
  @Text({ max: 40, nullable: true }) className: string | null;
  @Instant() since: string;
  /** What the guardian agreed to for this child, the latest first. */
  @ListOf(() => ConsentGiven, { max: 50 }) consents: ConsentGiven[];
}
export class ChildList {
  @ListOf(() => ChildView, { max: 50 }) items: ChildView[];
}

export class IssueGuardianCodes extends ClassRef {
  /** Only for these; for everybody in the class who has no valid code when left out. New codes void earlier ones. */
  @Ids({ max: 500, optional: true }) studentIds?: string[];
}
/** To be printed, cut out and given to the parents; shown this once. */
export class GuardianSlip {
  @Id() studentId: string;
  @Text({ max: 120 }) displayName: string;
  /** `k7mq-x2rt-9bnd` */
  @Text({ max: 20 }) code: string;
  @Instant() expiresAt: string;
}
export class WithoutGuardianCode {
  @Id() studentId: string;
  @Text({ max: 120 }) displayName: string;
}
export class GuardianSlips {
  @Text({ max: 40 }) className: string;
  @Text({ max: 200 }) unitName: string;
  @ListOf(() => GuardianSlip, { max: 500 }) items: GuardianSlip[];
  /** Have no birth date on record, which the parent would have to know. */
  @ListOf(() => WithoutGuardianCode, { max: 500 }) withoutBirthDate: WithoutGuardianCode[];
}

export class GuardianCodeState {
  @Id() studentId: string;
  @Text({ max: 120 }) displayName: string;
  /** Null when there is no valid code. */
  @Instant({ nullable: true }) codeUntil: string | null;
  @Int({ min: 0, max: guardiansPerCode }) codeUsesLeft: number;
  @Int({ min: 0, max: 20 }) guardians: number;
}
export class GuardianCodeStates {
  @ListOf(() => GuardianCodeState, { max: 500 }) items: GuardianCodeState[];
}
export class RevokeGuardianCodes extends ClassRef {
  /** Only these; everybody's in the class when left out. */
  @Ids({ max: 500, optional: true }) studentIds?: string[];
}
export class CodesRevoked {
  @Int({ min: 0, max: 500 }) revoked: number;
}

/** What a parent knows about the child. */
export class ChildClaim {
  /** From the school's slip; case, spaces and hyphens do not matter. */
  @Secret({ max: 40, example: 'k7mq-x2rt-9bnd' }) code: string;
  @Day({ example: '2014-03-02' }) birthDate: string;
  @OneOf(guardianRelations) relation: GuardianRelation;
  /** Version of the {@link ConsentText} that was shown and agreed to. */
  @Text({ max: 20 }) consentVersion: string;
}
export class RegisterGuardian extends ChildClaim {
  @Text({ max: 120, example: 'Trần Thị Mẫu' }) displayName: string;
  @Phone({ example: '0912 345 678' }) phone: string;
  @Email({ optional: true, nullable: true }) email?: string | null;
  @UserName({ example: 'ttmau' }) userName: string;
  /** By the rules of {@link Passwords}. */
  @Secret({ max: 200 }) password: string;
}
export class GuardianRegistered {
  @Text({ max: 100 }) userName: string;
  @Text({ max: 120 }) childName: string;
}

export class ChildRef {
  @Id() studentId: string;
}
/** Of a student. */
export class GuardiansOf {
  @Id() userId: string;
}
export class GuardianshipRef extends GuardiansOf {
  @Id() guardianId: string;
}

/** Parents and guardians, bound to their children by a code that the school hands out. */
export const Guardians = contract('identity.guardians', {
  /** What has to be agreed to, in the words of today. */
  consentText: takes(Nothing).gives(ConsentText),
  /**
   * Anybody who knows code and birth date. A wrong code, a wrong birth date and a code that is over fail the same way;
   * the address is slowed down, and ten wrong birth dates void the code.
   */
  register: takes(RegisterGuardian).gives(GuardianRegistered),
  /** A further child, for somebody with an account. The same child again changes nothing. */
  bind: takes(ChildClaim).gives(ChildView),
  children: takes(Nothing).gives(ChildList),
  /** By the guardian. */
  unbindChild: takes(ChildRef),
  withdrawConsent: takes(ChildRef).gives(ChildView),
  /** Needs `users.read` over the student's unit. */
  of: takes(GuardiansOf).gives(GuardianList),
  /** By the operator, `users.write` over the student's unit. */
  unbind: takes(GuardianshipRef),
  /** Codes need `users.secrets` over the class's unit. */
  codes: takes(ClassRef).gives(GuardianCodeStates),
  issueCodes: takes(IssueGuardianCodes).gives(GuardianSlips),
  revokeCodes: takes(RevokeGuardianCodes).gives(CodesRevoked),
});
export class GuardiansClient extends ClientOf(Guardians) {}

export const guardianErrors = failures('guardians', {
  notRecognised: {
    status: 403,
    vi: 'Mã liên kết hoặc ngày sinh chưa đúng, hoặc mã đã hết hạn; xin hỏi nhà trường',
    en: 'The code or the birth date is not right, or the code has expired; please ask the school',
  },
  consentOutdated: {
    status: 409,
    vi: 'Nội dung đồng ý vừa được cập nhật; xin đọc lại rồi xác nhận',
    en: 'The text to agree to was changed; please read it again',
  },
  notFound: { status: 404, vi: 'Không tìm thấy liên kết này', en: 'There is no such bond' },
  notForStudents: {
    status: 409,
    vi: 'Tài khoản học sinh không thể là phụ huynh',
    en: 'A student’s account cannot be a guardian’s',
  },
});

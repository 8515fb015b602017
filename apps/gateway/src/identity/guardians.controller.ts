import type { Caller } from '@diemcau/contracts/core/caller';
import type { Nothing } from '@diemcau/contracts/core/page';
import type { ClassRef } from '@diemcau/contracts/identity/classes';
import type { ConsentText } from '@diemcau/contracts/identity/consents';
import {
  type ChildClaim,
  type ChildList,
  type ChildRef,
  type ChildView,
  type CodesRevoked,
  type GuardianCodeStates,
  type GuardianList,
  type GuardianRegistered,
  Guardians,
  GuardiansClient,
  type GuardianshipRef,
  type GuardianSlips,
  type GuardiansOf,
  type IssueGuardianCodes,
  type RegisterGuardian,
  type RevokeGuardianCodes,
} from '@diemcau/contracts/identity/guardians';
import { Controller } from '@nestjs/common';
import { anyone, mayDo, signedIn } from '../edge/auth/access.js';
import { Route } from '../edge/http/route.js';

const secrets = mayDo('users.secrets');

/** Parents and guardians: by a code from the school to an account, and to their children. */
@Controller()
export class GuardiansController {
  constructor(private readonly guardians: GuardiansClient) {}

  @Route.get(
    'guardians/consent',
    Guardians.consentText,
    anyone,
    'Nội dung phụ huynh đồng ý · What is agreed to',
  )
  consentText(input: Nothing, caller: Caller): Promise<ConsentText> {
    return this.guardians.consentText(input, caller);
  }

  @Route.post('guardians', Guardians.register, anyone, 'Phụ huynh đăng ký bằng mã · Register with a code', {
    status: 201,
    limit: 'signIn',
  })
  register(input: RegisterGuardian, caller: Caller): Promise<GuardianRegistered> {
    return this.guardians.register(input, caller);
  }

  @Route.get('me/children', Guardians.children, signedIn, 'Con của tôi · My children')
  children(input: Nothing, caller: Caller): Promise<ChildList> {
    return this.guardians.children(input, caller);
  }

  @Route.post('me/children', Guardians.bind, signedIn, 'Liên kết thêm con · Bind a further child', {
    limit: 'signIn',
  })
  bind(input: ChildClaim, caller: Caller): Promise<ChildView> {
    return this.guardians.bind(input, caller);
  }

  @Route.delete(
    'me/children/:studentId',
    Guardians.unbindChild,
    signedIn,
    'Bỏ liên kết với con · Unbind a child',
  )
  unbindChild(input: ChildRef, caller: Caller): Promise<void> {
    return this.guardians.unbindChild(input, caller);
  }

  @Route.delete(
    'me/children/:studentId/consent',
    Guardians.withdrawConsent,
    signedIn,
    'Rút lại sự đồng ý · Withdraw consent',
  )
  withdrawConsent(input: ChildRef, caller: Caller): Promise<ChildView> {
    return this.guardians.withdrawConsent(input, caller);
  }

  @Route.get(
    'users/:userId/guardians',
    Guardians.of,
    mayDo('users.read'),
    'Phụ huynh của một học sinh · Guardians of a student',
  )
  of(input: GuardiansOf, caller: Caller): Promise<GuardianList> {
    return this.guardians.of(input, caller);
  }

  @Route.delete(
    'users/:userId/guardians/:guardianId',
    Guardians.unbind,
    mayDo('users.write'),
    'Bỏ liên kết phụ huynh · Unbind a guardian',
  )
  unbind(input: GuardianshipRef, caller: Caller): Promise<void> {
    return this.guardians.unbind(input, caller);
  }

  @Route.get(
    'classes/:classId/guardian-codes',
    Guardians.codes,
    secrets,
    'Mã liên kết của lớp · Codes of a class',
  )
  codes(input: ClassRef, caller: Caller): Promise<GuardianCodeStates> {
    return this.guardians.codes(input, caller);
  }

  @Route.post(
    'classes/:classId/guardian-codes',
    Guardians.issueCodes,
    secrets,
    'Cấp mã liên kết để in · New codes, shown this once',
  )
  issueCodes(input: IssueGuardianCodes, caller: Caller): Promise<GuardianSlips> {
    return this.guardians.issueCodes(input, caller);
  }

  @Route.post(
    'classes/:classId/guardian-codes/revocation',
    Guardians.revokeCodes,
    secrets,
    'Huỷ mã liên kết · Revoke codes',
  )
  revokeCodes(input: RevokeGuardianCodes, caller: Caller): Promise<CodesRevoked> {
    return this.guardians.revokeCodes(input, caller);
  }
}

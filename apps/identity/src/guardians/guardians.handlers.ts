import type { Caller } from '@diemcau/contracts/core/caller';
import type { Handlers } from '@diemcau/contracts/core/contract';
import { Nothing } from '@diemcau/contracts/core/page';
import { ClassRef } from '@diemcau/contracts/identity/classes';
import type { ConsentText } from '@diemcau/contracts/identity/consents';
import {
  ChildClaim,
  type ChildList,
  ChildRef,
  type ChildView,
  type CodesRevoked,
  type GuardianCodeStates,
  type GuardianList,
  type GuardianRegistered,
  Guardians,
  GuardianshipRef,
  type GuardianSlips,
  GuardiansOf,
  IssueGuardianCodes,
  RegisterGuardian,
  RevokeGuardianCodes,
} from '@diemcau/contracts/identity/guardians';
import { Handles } from '@diemcau/service/bus/handles';
import { Controller } from '@nestjs/common';
import { ChildrenService } from './children.service.js';
import { CodesService } from './codes.service.js';
import { minorDataConsent } from './consent-text.js';
import { RegisteringService } from './registering.service.js';
import { StudentsGuardiansService } from './students-guardians.service.js';

@Controller()
export class GuardiansHandlers implements Handlers<typeof Guardians> {
  constructor(
    private readonly registering: RegisteringService,
    private readonly mine: ChildrenService,
    private readonly ofStudents: StudentsGuardiansService,
    private readonly printed: CodesService,
  ) {}

  @Handles(Guardians.consentText) async consentText(_input: Nothing): Promise<ConsentText> {
    return minorDataConsent;
  }

  @Handles(Guardians.register) async register(
    input: RegisterGuardian,
    caller: Caller,
  ): Promise<GuardianRegistered> {
    return this.registering.register(input, caller);
  }

  @Handles(Guardians.bind) async bind(input: ChildClaim, caller: Caller): Promise<ChildView> {
    return this.mine.one(await this.registering.bind(input, caller), caller);
  }

  @Handles(Guardians.children) async children(_input: Nothing, caller: Caller): Promise<ChildList> {
    return { items: await this.mine.of(caller) };
  }

  @Handles(Guardians.unbindChild) async unbindChild({ studentId }: ChildRef, caller: Caller): Promise<void> {
    await this.mine.unbind(studentId, caller);
  }

  @Handles(Guardians.withdrawConsent) async withdrawConsent(
    { studentId }: ChildRef,
    caller: Caller,
  ): Promise<ChildView> {
    await this.mine.withdrawConsent(studentId, caller);
    return this.mine.one(studentId, caller);
  }

  @Handles(Guardians.of) async of({ userId }: GuardiansOf, caller: Caller): Promise<GuardianList> {
    return { items: await this.ofStudents.of(userId, caller) };
  }

  @Handles(Guardians.unbind) async unbind(input: GuardianshipRef, caller: Caller): Promise<void> {
    await this.ofStudents.unbind(input, caller);
  }

  @Handles(Guardians.codes) async codes({ classId }: ClassRef, caller: Caller): Promise<GuardianCodeStates> {
    return { items: await this.printed.of(classId, caller) };
  }

  @Handles(Guardians.issueCodes) async issueCodes(
    input: IssueGuardianCodes,
    caller: Caller,
  ): Promise<GuardianSlips> {
    return this.printed.issue(input, caller);
  }

  @Handles(Guardians.revokeCodes) async revokeCodes(
    input: RevokeGuardianCodes,
    caller: Caller,
  ): Promise<CodesRevoked> {
    return { revoked: await this.printed.revoke(input, caller) };
  }
}

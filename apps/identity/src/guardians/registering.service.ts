import type { Caller } from '@diemcau/contracts/core/caller';
import { commonFailures, Failure } from '@diemcau/contracts/core/failure';
import {
  type ChildClaim,
  guardianErrors,
  type GuardianRegistered,
  type RegisterGuardian,
} from '@diemcau/contracts/identity/guardians';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { ParentsService } from '../users/parents.service.js';
import { BindingService } from './binding.service.js';
import { ClaimsService } from './claims.service.js';

/** Parents come in by themselves, with what the school gave them. */
@Injectable()
export class RegisteringService {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly claims: ClaimsService,
    private readonly parents: ParentsService,
    private readonly binding: BindingService,
  ) {}

  /**
   * Name and password are judged only after the child was recognised: strangers learn nothing about which names exist.
   * @throws Failure `guardians.consentOutdated`, `.notRecognised`, `users.userNameTaken`, `passwords.*`
   */
  async register(input: RegisterGuardian, caller: Caller): Promise<GuardianRegistered> {
    const child = await this.claims.judge(input);
    const parent = await this.parents.prepare(input, child.unitId);
    await this.parents.unlessRefused(() =>
      this.database.transaction(async (manager) => {
        await this.parents.insert(manager, parent, caller);
        await this.binding.bind(manager, parent.id, child, input, caller);
      }),
    );
    return { userName: input.userName, childName: child.displayName };
  }

  /**
   * @returns the child's id
   * @throws Failure `guardians.consentOutdated`, `.notRecognised`, `.notForStudents`
   */
  async bind(input: ChildClaim, caller: Caller): Promise<string> {
    if (caller.kind !== 'user') throw new Failure(commonFailures.signInNeeded);
    if (await this.parents.isStudent(caller.userId)) throw new Failure(guardianErrors.notForStudents);
    const child = await this.claims.judge(input);
    await this.database.transaction((manager) =>
      this.binding.bind(manager, caller.userId, child, input, caller),
    );
    return child.studentId;
  }
}

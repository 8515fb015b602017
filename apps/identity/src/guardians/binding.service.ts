import type { Caller } from '@diemcau/contracts/core/caller';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AuditService } from '../audit/audit.service.js';
import { ClaimsService, type ClaimedChild } from './claims.service.js';
import { minorDataConsent } from './consent-text.js';
import { ConsentsService } from './consents.service.js';
import { GuardianshipsService } from './guardianships.service.js';

/** Ties a guardian to a child: uses the code up, gives the role, keeps the consent; all of it or nothing. */
@Injectable()
export class BindingService {
  constructor(
    private readonly claims: ClaimsService,
    private readonly guardianships: GuardianshipsService,
    private readonly consents: ConsentsService,
    private readonly audit: AuditService,
  ) {}

  /** Who is bound already uses no code up. @throws Failure `guardians.notRecognised` when the code was used up meanwhile */
  async bind(
    manager: EntityManager,
    guardianId: string,
    { studentId, unitId }: ClaimedChild,
    { code, relation }: { readonly code: string; readonly relation: string },
    caller: Caller,
  ): Promise<void> {
    await this.consents.give(manager, minorDataConsent, studentId, guardianId);
    if (!(await this.guardianships.begin(manager, guardianId, studentId, relation))) return;
    await this.claims.redeem(manager, code);
    const object = { kind: 'user', id: studentId };
    const after = { guardianId, relation, consent: minorDataConsent.version };
    await this.audit.record(manager, caller, { action: 'guardians.bind', unitId, object, after });
  }

  /** @returns whether there was something to end */
  async unbind(
    manager: EntityManager,
    guardianId: string,
    studentId: string,
    unitId: string,
    caller: Caller,
  ): Promise<boolean> {
    const by = caller.kind === 'user' ? caller.userId : null;
    if (!(await this.guardianships.end(manager, guardianId, studentId, by))) return false;
    const object = { kind: 'user', id: studentId };
    await this.audit.record(manager, caller, {
      action: 'guardians.unbind',
      unitId,
      object,
      before: { guardianId },
    });
    return true;
  }
}

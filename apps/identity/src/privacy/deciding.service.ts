import type { Caller } from '@diemcau/contracts/core/caller';
import { Failure } from '@diemcau/contracts/core/failure';
import {
  type ApproveErasure,
  privacyErrors,
  type PrivacyRequest,
  type PrivacyRequestState,
  type RefuseRequest,
} from '@diemcau/contracts/identity/privacy';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { AuditService } from '../audit/audit.service.js';
import { type RequestRow, toDto } from './request-rows.js';
import { idOf, manages, RequestsService } from './requests.service.js';

/** What happens to a request while it waits. */
@Injectable()
export class DecidingService {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly requests: RequestsService,
    private readonly audit: AuditService,
  ) {}

  /** The second pair of eyes: from now on it is executed. @throws Failure `privacy.sameRequester`, `privacy.wrongName` */
  async approve({ requestId, userName }: ApproveErasure, caller: Caller): Promise<PrivacyRequest> {
    const request = await this.managed(requestId, caller);
    const decider = idOf(caller);
    if ([request.requestedBy, request.userId].includes(decider))
      throw new Failure(privacyErrors.sameRequester);
    if (request.userName.toLowerCase() !== userName.toLowerCase()) throw new Failure(privacyErrors.wrongName);
    return this.decide(request, caller, {
      action: 'privacy.approve',
      set: 'execute_at = now(), decided_by = $2',
      values: [decider],
    });
  }

  async refuse({ requestId, reason }: RefuseRequest, caller: Caller): Promise<PrivacyRequest> {
    const request = await this.managed(requestId, caller);
    return this.end(request, caller, 'refused', reason);
  }

  /** By the person or who asked. */
  async withdraw(requestId: string, caller: Caller): Promise<PrivacyRequest> {
    const request = await this.requests.find(requestId, caller);
    const id = idOf(caller);
    if (id !== request.userId && id !== request.requestedBy) throw new Failure(privacyErrors.notFound);
    return this.end(request, caller, 'withdrawn', null);
  }

  private async managed(requestId: string, caller: Caller): Promise<RequestRow> {
    const request = await this.requests.find(requestId, caller);
    if (!manages(caller, request)) throw new Failure(privacyErrors.notFound, { requestId });
    return request;
  }

  private end(
    request: RequestRow,
    caller: Caller,
    state: PrivacyRequestState,
    outcome: string | null,
  ): Promise<PrivacyRequest> {
    return this.decide(request, caller, {
      action: state === 'refused' ? 'privacy.refuse' : 'privacy.withdraw',
      set: 'state = $3, ended_at = now(), decided_by = $2, outcome = $4',
      values: [idOf(caller), state, outcome],
    });
  }

  /** Of two who decide at once, or of one and the clock, one wins. */
  private async decide(
    { id, userId, unitId }: RequestRow,
    caller: Caller,
    { action, set, values }: { action: string; set: string; values: readonly unknown[] },
  ): Promise<PrivacyRequest> {
    await this.database.transaction(async (manager) => {
      const [rows] = await manager.query<[unknown[], number]>(
        `UPDATE privacy_requests SET ${set} WHERE id = $1 AND state = 'waiting' RETURNING id`,
        [id, ...values],
      );
      if (rows.length === 0) throw new Failure(privacyErrors.decided, { requestId: id });
      await this.audit.record(manager, caller, {
        action,
        unitId,
        object: { kind: 'user', id: userId },
        after: { requestId: id },
      });
    });
    return toDto(await this.requests.find(id, caller));
  }
}

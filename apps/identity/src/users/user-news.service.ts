import type { Caller } from '@diemcau/contracts/core/caller';
import { UserFacts } from '@diemcau/contracts/identity/users';
import { Facts } from '@diemcau/service/facts/facts';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AuditService } from '../audit/audit.service.js';

/** A change of somebody's account. */
export interface UserNote {
  /** `users.lock` */
  readonly action: string;
  readonly userId: string;
  readonly unitId: string;
  readonly before?: object;
  readonly after?: object;
}

/** Tells auditors and other services of changed accounts, in the transaction of the change. */
@Injectable()
export class UserNewsService {
  constructor(
    private readonly audit: AuditService,
    private readonly facts: Facts,
  ) {}

  async changed(manager: EntityManager, caller: Caller, note: UserNote): Promise<void> {
    await this.note(manager, caller, note);
    await this.facts.record(manager, UserFacts.changed, { userIds: [note.userId] });
  }

  async disabled(manager: EntityManager, caller: Caller, note: UserNote): Promise<void> {
    await this.note(manager, caller, note);
    await this.facts.record(manager, UserFacts.disabled, { userIds: [note.userId] });
  }

  private note(manager: EntityManager, caller: Caller, { userId, ...note }: UserNote): Promise<void> {
    return this.audit.record(manager, caller, { ...note, object: { kind: 'user', id: userId } });
  }
}

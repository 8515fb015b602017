import { AuditFacts } from '@diemcau/contracts/core/audit';
import { auditActorOf } from '@diemcau/contracts/core/audit-actor';
import type { Caller } from '@diemcau/contracts/core/caller';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Facts } from '../facts/facts.js';
import { currentRequest } from '../log/request-context.js';

/** What happened, to be told to an auditor. */
export interface AuditNote {
  /** `rooms.lock`: feature and verb. */
  readonly action: string;
  /** The unit it happened in; who may read the entry is decided by it. Null for what belongs to no unit. */
  readonly unitId: string | null;
  readonly object: { readonly kind: string; readonly id: string };
  /** Only what an auditor needs of the object as it was and as it became; never a secret. */
  readonly before?: object;
  readonly after?: object;
}

/** For services other than identity: the note travels as a fact, and identity puts it into its log (I7). */
@Injectable()
export class Audit {
  constructor(
    private readonly facts: Facts,
    private readonly database: DataSource,
  ) {}

  /** @param manager of the transaction that makes the change: the note is told when the change is made */
  async record(manager: EntityManager, caller: Caller, note: AuditNote): Promise<void> {
    const { address, agent, requestId } = currentRequest() ?? {};
    await this.facts.record(manager, AuditFacts.noted, {
      at: new Date().toISOString(),
      ...auditActorOf(caller),
      address: address ?? null,
      agent: agent ?? null,
      requestId: requestId ?? null,
      action: note.action,
      unitId: note.unitId,
      objectKind: note.object.kind,
      objectId: note.object.id,
      before: note.before ?? null,
      after: note.after ?? null,
    });
  }

  /** Of what changes nothing in the database: a right that was handed out. */
  async tell(caller: Caller, note: AuditNote): Promise<void> {
    await this.record(this.database.manager, caller, note);
  }
}

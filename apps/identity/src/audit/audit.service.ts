import type { AuditNoted } from '@diemcau/contracts/core/audit';
import { auditActorOf } from '@diemcau/contracts/core/audit-actor';
import type { Caller } from '@diemcau/contracts/core/caller';
import { currentRequest } from '@diemcau/service/log/request-context';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

/** What happened, to be told to an auditor. */
export interface AuditNote {
  /** `users.lock`: feature and verb. */
  readonly action: string;
  /** The unit it happened in; who may read the entry is decided by it. Null for what belongs to no unit. */
  readonly unitId: string | null;
  readonly object: { readonly kind: string; readonly id: string };
  /** Only what an auditor needs of the object as it was and as it became; never a secret. */
  readonly before?: object;
  readonly after?: object;
}

/** A note with who did it, from where and, when told by another service, when. */
type Whole = Omit<AuditNoted, 'at'> & { readonly at: string | null };

/** The append-only log of who did what to whom, from where (I7). */
@Injectable()
export class AuditService {
  /** @param manager of the transaction that makes the change: the entry exists when the change does */
  async record(manager: EntityManager, caller: Caller, note: AuditNote): Promise<void> {
    const { address, agent, requestId } = currentRequest() ?? {};
    await this.insert(manager, {
      at: null,
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

  /** What another service has noted. */
  async take(manager: EntityManager, noted: AuditNoted): Promise<void> {
    await this.insert(manager, noted);
  }

  /** What happened in no unit belongs to the province of who did it. */
  private async insert(manager: EntityManager, entry: Whole): Promise<void> {
    await manager.query(
      `INSERT INTO audit_entries (at, province_id, unit_id, actor_kind, actor_id, session_id, address, agent, request_id,
                                  action, object_kind, object_id, before, after)
       VALUES (coalesce($1, clock_timestamp()),
               CASE WHEN $2::uuid IS NOT NULL THEN (SELECT province_id FROM units WHERE id = $2)
                    ELSE (SELECT province_id FROM users WHERE id = $14) END,
               $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
      [
        entry.at,
        entry.unitId,
        entry.actorKind,
        entry.actorId,
        entry.sessionId,
        entry.address,
        entry.agent,
        entry.requestId,
        entry.action,
        entry.objectKind,
        entry.objectId,
        entry.before && JSON.stringify(entry.before),
        entry.after && JSON.stringify(entry.after),
        entry.actorKind === 'user' ? entry.actorId : null,
      ],
    );
  }
}

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

/** The append-only log of who did what to whom, from where (I7). */
@Injectable()
export class AuditService {
  /** @param manager of the transaction that makes the change: the entry exists when the change does */
  async record(manager: EntityManager, caller: Caller, note: AuditNote): Promise<void> {
    const { address, agent, requestId } = currentRequest() ?? {};
    const actor = actorOf(caller);
    await manager.query(
      `INSERT INTO audit_entries (province_id, unit_id, actor_kind, actor_id, session_id, address, agent, request_id,
                                  action, object_kind, object_id, before, after)
       VALUES ((SELECT province_id FROM units WHERE id = $1), $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
      [
        note.unitId,
        actor.kind,
        actor.id,
        actor.sessionId,
        address,
        agent,
        requestId,
        note.action,
        note.object.kind,
        note.object.id,
        note.before && JSON.stringify(note.before),
        note.after && JSON.stringify(note.after),
      ],
    );
  }
}

function actorOf(caller: Caller): { kind: string; id: string | null; sessionId: string | null } {
  switch (caller.kind) {
    case 'user':
      return { kind: 'user', id: caller.userId, sessionId: caller.sessionId };
    case 'key':
      return { kind: 'key', id: caller.keyId, sessionId: null };
    case 'service':
      return { kind: 'service', id: caller.name, sessionId: null };
    case 'peer':
    case 'anonymous':
      return { kind: 'anonymous', id: null, sessionId: null };
  }
}

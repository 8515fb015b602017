import type { AuditActorKind } from './audit.js';
import type { Caller } from './caller.js';

/** Who did it, as the audit log has it. */
export interface AuditActor {
  readonly actorKind: AuditActorKind;
  readonly actorId: string | null;
  readonly sessionId: string | null;
}

export function auditActorOf(caller: Caller): AuditActor {
  switch (caller.kind) {
    case 'user':
      return { actorKind: 'user', actorId: caller.userId, sessionId: caller.sessionId };
    case 'key':
      return { actorKind: 'key', actorId: caller.keyId, sessionId: null };
    case 'service':
      return { actorKind: 'service', actorId: caller.name, sessionId: null };
    case 'peer':
    case 'anonymous':
      return { actorKind: 'anonymous', actorId: null, sessionId: null };
  }
}

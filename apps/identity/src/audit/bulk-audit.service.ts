import { auditActorOf } from '@diemcau/contracts/core/audit-actor';
import type { Caller } from '@diemcau/contracts/core/caller';
import { currentRequest } from '@diemcau/service/log/request-context';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { AuditNote } from './audit.service.js';

/** As `AuditService.record`, for the thousands of notes of an import: one statement for all of them. */
@Injectable()
export class BulkAuditService {
  /** Every note names the unit it happened in. */
  async record(
    manager: EntityManager,
    caller: Caller,
    notes: readonly (AuditNote & { readonly unitId: string })[],
  ): Promise<void> {
    const { address = null, agent = null, requestId = null } = currentRequest() ?? {};
    const { actorKind, actorId, sessionId } = auditActorOf(caller);
    await manager.query(
      `INSERT INTO audit_entries (province_id, unit_id, actor_kind, actor_id, session_id, address, agent, request_id,
                                  action, object_kind, object_id, before, after)
       SELECT unit.province_id, unit.id, $2::text, $3::text, $4::uuid, $5::text, $6::text, $7::text, note.action,
              note.object_kind, note.object_id, note.before, note.after
       FROM jsonb_to_recordset($1::jsonb)
         AS note (n int, unit_id uuid, action text, object_kind text, object_id text, before jsonb, after jsonb)
       JOIN units unit ON unit.id = note.unit_id
       ORDER BY note.n`,
      [JSON.stringify(notes.map(rowOf)), actorKind, actorId, sessionId, address, agent, requestId],
    );
  }
}

const rowOf = ({ unitId, action, object, before, after }: AuditNote, n: number) => ({
  n,
  unit_id: unitId,
  action,
  object_kind: object.kind,
  object_id: object.id,
  before,
  after,
});

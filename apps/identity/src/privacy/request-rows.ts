import type {
  PrivacyRequest,
  PrivacyRequestKind,
  PrivacyRequestState,
} from '@diemcau/contracts/identity/privacy';

export interface RequestRow {
  readonly id: string;
  readonly kind: PrivacyRequestKind;
  readonly state: PrivacyRequestState;
  readonly userId: string;
  readonly userName: string;
  readonly displayName: string;
  readonly unitId: string;
  readonly unitName: string;
  readonly unitPath: string[];
  readonly provinceId: string;
  readonly requestedBy: string;
  readonly requestedAt: Date;
  readonly dueAt: Date;
  readonly executeAt: Date;
  readonly reason: string | null;
  readonly progress: number;
  readonly total: number;
  readonly decidedBy: string | null;
  readonly endedAt: Date | null;
  readonly outcome: string | null;
  readonly archiveUntil: Date | null;
}

/** Requests with whom they are about, as {@link RequestRow}; a condition follows. */
export const selectRequests = `
  SELECT request.id, request.kind, request.state, request.user_id AS "userId", person.user_name AS "userName",
         person.display_name AS "displayName", unit.id AS "unitId", unit.name AS "unitName", unit.path AS "unitPath",
         unit.province_id AS "provinceId", request.requested_by AS "requestedBy",
         request.requested_at AS "requestedAt", request.due_at AS "dueAt", request.execute_at AS "executeAt",
         request.reason, request.progress, request.total, request.decided_by AS "decidedBy",
         request.ended_at AS "endedAt", request.outcome,
         CASE WHEN request.archive_until > now() THEN request.archive_until END AS "archiveUntil"
  FROM privacy_requests request
  JOIN users person ON person.id = request.user_id JOIN units unit ON unit.id = person.unit_id`;

export const toDto = ({
  userName: _name,
  unitPath: _path,
  provinceId: _id,
  ...row
}: RequestRow): PrivacyRequest => ({
  ...row,
  requestedAt: row.requestedAt.toISOString(),
  dueAt: row.dueAt.toISOString(),
  executeAt: row.executeAt.toISOString(),
  endedAt: row.endedAt?.toISOString() ?? null,
  archiveUntil: row.archiveUntil?.toISOString() ?? null,
});

import type { SealedFields } from './canonical.js';

/** Columns of an entry as {@link fieldsOf} reads them. */
export const sealedColumns = `entry.id, entry.sequence, entry.at, entry.province_id, entry.unit_id, entry.actor_kind,
  entry.actor_id, entry.session_id, entry.address, entry.agent, entry.request_id, entry.action, entry.object_kind,
  entry.object_id, entry.before, entry.after`;

export interface SealedRow {
  readonly id: string;
  readonly sequence: string;
  readonly at: Date;
  readonly province_id: string | null;
  readonly unit_id: string | null;
  readonly actor_kind: string;
  readonly actor_id: string | null;
  readonly session_id: string | null;
  readonly address: string | null;
  readonly agent: string | null;
  readonly request_id: string | null;
  readonly action: string;
  readonly object_kind: string;
  readonly object_id: string;
  readonly before: unknown;
  readonly after: unknown;
}

export const fieldsOf = (row: SealedRow): SealedFields => ({
  id: row.id,
  sequence: Number(row.sequence),
  at: row.at.toISOString(),
  provinceId: row.province_id,
  unitId: row.unit_id,
  actorKind: row.actor_kind,
  actorId: row.actor_id,
  sessionId: row.session_id,
  address: row.address,
  agent: row.agent,
  requestId: row.request_id,
  action: row.action,
  objectKind: row.object_kind,
  objectId: row.object_id,
  before: row.before,
  after: row.after,
});

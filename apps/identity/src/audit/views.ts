import type { AuditActorKind } from '@diemcau/contracts/core/audit';
import type { AuditEntry, AuditEntryDetail } from '@diemcau/contracts/identity/audit';

export interface EntryRow {
  readonly id: string;
  readonly sequence: string;
  readonly at: Date;
  readonly actorKind: AuditActorKind;
  readonly actorId: string | null;
  readonly actorName: string | null;
  readonly action: string;
  readonly unitId: string | null;
  readonly unitName: string | null;
  readonly objectKind: string;
  readonly objectId: string;
  readonly objectName: string | null;
}

export interface DetailRow extends EntryRow {
  readonly sessionId: string | null;
  readonly address: string | null;
  readonly agent: string | null;
  readonly requestId: string | null;
  readonly before: object | null;
  readonly after: object | null;
  readonly position: string | null;
  readonly hash: Buffer | null;
}

const uuid = `'^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$'`;
/** An id in a text column, or null: it may be of something else than a row with a UUID. */
const asUuid = (column: string): string => `CASE WHEN ${column} ~ ${uuid} THEN ${column}::uuid END`;

const objectId = asUuid('entry.object_id');

/** Where each kind of object has its name. */
const namesOf: Readonly<Record<string, string>> = {
  user: `SELECT display_name FROM users WHERE id = ${objectId}`,
  grant: `SELECT u.display_name FROM role_grants g JOIN users u ON u.id = g.user_id WHERE g.id = ${objectId}`,
  rosterEntry: `SELECT coalesce(r.name, u.display_name) FROM roster_entries r LEFT JOIN users u ON u.id = r.user_id
    WHERE r.id = ${objectId}`,
  unit: `SELECT name FROM units WHERE id = ${objectId}`,
  settings: `SELECT name FROM units WHERE id = ${objectId}`,
  unitEvent: `SELECT u.name FROM unit_events e JOIN units u ON u.id = e.unit_id WHERE e.id = ${objectId}`,
  class: `SELECT name FROM classes WHERE id = ${objectId}`,
  key: `SELECT name FROM api_keys WHERE id = ${objectId}`,
  webhook: `SELECT name FROM webhooks WHERE id = ${objectId}`,
  import: `SELECT file_name FROM imports WHERE id = ${objectId}`,
  oidcProvider: `SELECT name_vi FROM oidc_providers WHERE id = ${objectId}`,
  role: 'SELECT name_vi FROM roles WHERE key = entry.object_id',
};

export const entryColumns = `entry.id, entry.sequence, entry.at, entry.actor_kind AS "actorKind",
  entry.actor_id AS "actorId", actor.display_name AS "actorName", entry.action, entry.unit_id AS "unitId",
  unit.name AS "unitName", entry.object_kind AS "objectKind", entry.object_id AS "objectId",
  CASE entry.object_kind${Object.entries(namesOf)
    .map(([kind, name]) => ` WHEN '${kind}' THEN (${name})`)
    .join('')} END AS "objectName"`;

export const detailColumns = `${entryColumns}, entry.session_id AS "sessionId", entry.address, entry.agent,
  entry.request_id AS "requestId", entry.before, entry.after, chain.position, chain.hash`;

/** Names as they are now. */
export const joins = `
  LEFT JOIN users actor ON entry.actor_kind = 'user' AND actor.id = ${asUuid('entry.actor_id')}
  LEFT JOIN units unit ON unit.id = entry.unit_id
  LEFT JOIN audit_chain chain ON chain.entry_id = entry.id`;

export const toEntry = (row: EntryRow): AuditEntry => ({
  id: row.id,
  sequence: Number(row.sequence),
  at: row.at.toISOString(),
  actorKind: row.actorKind,
  actorId: row.actorId,
  actorName: row.actorName,
  action: row.action,
  unitId: row.unitId,
  unitName: row.unitName,
  objectKind: row.objectKind,
  objectId: row.objectId,
  objectName: row.objectName,
});

export const toDetail = (row: DetailRow): AuditEntryDetail => ({
  ...toEntry(row),
  sessionId: row.sessionId,
  address: row.address,
  agent: row.agent,
  requestId: row.requestId,
  before: row.before,
  after: row.after,
  position: row.position === null ? null : Number(row.position),
  hash: row.hash?.toString('hex') ?? null,
});

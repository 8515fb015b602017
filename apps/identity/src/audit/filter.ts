import type { Grant } from '@diemcau/contracts/core/caller';
import type { AuditFilter } from '@diemcau/contracts/identity/audit';

/** A condition on `entry`, with the values of its `$1`, `$2` …. */
export interface Condition {
  readonly sql: string;
  readonly values: readonly unknown[];
}

/** `LIKE` patterns: in lower case for what an entry tells, folded for the names of people. */
export interface Words {
  readonly told: readonly string[];
  readonly named: readonly string[];
}
export const noWords: Words = { told: [], named: [] };

/**
 * Which entries somebody may read, and of them those asked for. An entry belongs to its unit; one without a unit to the
 * province, and is read by who holds the right over all of it.
 */
export function conditionOf(
  grants: readonly Grant[],
  filter: AuditFilter,
  { told, named }: Words,
): Condition {
  const values: unknown[] = [];
  const value = (of: unknown): string => `$${values.push(of)}`;
  const wide = value(grants.filter(({ subtree }) => subtree).map(({ unitId }) => unitId));
  const narrow = value(grants.filter(({ subtree }) => !subtree).map(({ unitId }) => unitId));
  const parts = [
    `(entry.unit_id IN (SELECT id FROM units WHERE path && ${wide}::uuid[] OR id = ANY (${narrow}::uuid[]))
      OR entry.unit_id IS NULL AND entry.province_id IN (SELECT id FROM units WHERE path && ${wide}::uuid[]))`,
  ];
  const { actorId, objectKind, objectId, action, unitId, from, to } = filter;
  if (actorId !== undefined) parts.push(`entry.actor_id = ${value(actorId)}`);
  if (objectKind !== undefined) parts.push(`entry.object_kind = ${value(objectKind)}`);
  if (objectId !== undefined) parts.push(`entry.object_id = ${value(objectId)}`);
  if (action !== undefined) {
    const exactly = value(action);
    parts.push(`(entry.action = ${exactly} OR starts_with(entry.action, ${exactly} || '.'))`);
  }
  if (unitId !== undefined) {
    parts.push(`entry.unit_id IN (SELECT id FROM units WHERE path @> ARRAY[${value(unitId)}::uuid])`);
  }
  if (from !== undefined) parts.push(`entry.at >= ${value(from)}`);
  if (to !== undefined) parts.push(`entry.at < ${value(to)}`);
  if (told.length > 0) {
    const people = `(SELECT id::text FROM users WHERE search LIKE ALL (${value(named)}::text[]))`;
    parts.push(`(${searched} LIKE ALL (${value(told)}::text[])
      OR ${[...person, 'entry.actor_id'].map((id) => `${id} IN ${people}`).join(' OR ')})`);
  }
  return { sql: parts.join(' AND '), values };
}

/** Whom an entry is about: a grant tells it inside. */
const person = ['entry.object_id', `coalesce(entry.after, entry.before) ->> 'userId'`];

/** Of the entry itself. */
const searched = `lower(concat_ws(' ', entry.action, entry.object_kind, entry.object_id, entry.before, entry.after)
  COLLATE pg_c_utf8)`;

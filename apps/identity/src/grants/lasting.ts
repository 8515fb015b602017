import type { Caller, Grant, KeyCaller } from '@diemcau/contracts/core/caller';
import type { Permission } from '@diemcau/contracts/identity/permissions';
import type { EntityManager } from 'typeorm';
import { beyond } from './beyond.js';

interface Held extends Grant {
  readonly permissions: Permission[];
  readonly lasts: boolean;
}

const keyOf = ({ role, unitId, subtree }: Grant): string => `${role} ${unitId} ${subtree}`;

/**
 * The caller with what they hold until then at least: who stands in for a week gives nothing that goes on for longer (I4). A
 * key gives what its maker could.
 * @param until ISO instant; null: for good
 */
export async function heldUntil(
  manager: EntityManager,
  caller: Caller,
  until: string | null,
): Promise<Caller> {
  if (caller.kind !== 'user' && caller.kind !== 'key') return caller;
  const held = await manager.query<Held[]>(
    `SELECT g.role, g.unit_id AS "unitId", g.subtree, role.permissions,
            g.valid_to IS NULL OR coalesce(g.valid_to >= $3::timestamptz, false) AS lasts
     FROM role_grants g JOIN roles role ON role.key = g.role
     WHERE g.revoked_at IS NULL AND (g.valid_to IS NULL OR g.valid_to > now())
       AND g.user_id = CASE $1 WHEN 'user' THEN $2::uuid ELSE (SELECT made_by FROM api_keys WHERE id = $2::uuid) END`,
    [caller.kind, caller.kind === 'user' ? caller.userId : caller.keyId, until],
  );
  const lasting = held.filter(({ lasts }) => lasts);
  if (caller.kind === 'key') return keyUntil(manager, caller, lasting);
  const [stays, ends] = [new Set(lasting.map(keyOf)), new Set(held.filter(({ lasts }) => !lasts).map(keyOf))];
  return {
    ...caller,
    grants: caller.grants.filter((grant) => stays.has(keyOf(grant)) || !ends.has(keyOf(grant))),
  };
}

/** @param lasting what its maker holds for as long */
async function keyUntil(
  manager: EntityManager,
  key: KeyCaller,
  lasting: readonly Held[],
): Promise<KeyCaller> {
  const maker: KeyCaller = {
    ...key,
    grants: lasting,
    roles: Object.fromEntries(lasting.map(({ role, permissions }) => [role, permissions])),
  };
  const units = await manager.query<{ id: string; path: string[] }[]>(
    'SELECT id, path FROM units WHERE id = ANY ($1)',
    [key.grants.map(({ unitId }) => unitId)],
  );
  const paths = new Map(units.map(({ id, path }) => [id, path]));
  const roles = { ...key.roles };
  for (const { role, unitId, subtree } of key.grants) {
    const own = roles[role] ?? [];
    const ends = beyond(maker, own, { unitPath: paths.get(unitId) ?? [], subtree });
    roles[role] = own.filter((permission) => !ends.includes(permission));
  }
  return { ...key, roles };
}

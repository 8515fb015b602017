import type { Caller, Grant } from '@diemcau/contracts/core/caller';
import type { EntityManager } from 'typeorm';

interface Held extends Grant {
  readonly lasts: boolean;
}

const keyOf = ({ role, unitId, subtree }: Grant): string => `${role} ${unitId} ${subtree}`;

/**
 * The caller with what they hold until then at least: who stands in for a week gives nothing that goes on for longer (I4).
 * @param until ISO instant; null: for good
 */
export async function heldUntil(
  manager: EntityManager,
  caller: Caller,
  until: string | null,
): Promise<Caller> {
  if (caller.kind !== 'user' && caller.kind !== 'key') return caller;
  const held = await manager.query<Held[]>(
    `SELECT role, unit_id AS "unitId", subtree, valid_to IS NULL OR coalesce(valid_to >= $3::timestamptz, false) AS lasts
     FROM role_grants WHERE revoked_at IS NULL AND (valid_to IS NULL OR valid_to > now())
       AND user_id = CASE $1 WHEN 'user' THEN $2::uuid ELSE (SELECT made_by FROM api_keys WHERE id = $2::uuid) END`,
    [caller.kind, caller.kind === 'user' ? caller.userId : caller.keyId, until],
  );
  const lasting = new Set(held.filter(({ lasts }) => lasts).map(keyOf));
  const ending = new Set(held.filter(({ lasts }) => !lasts).map(keyOf));
  return {
    ...caller,
    grants: caller.grants.filter((grant) => lasting.has(keyOf(grant)) || !ending.has(keyOf(grant))),
  };
}

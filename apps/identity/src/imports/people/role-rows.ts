import type { Caller } from '@diemcau/contracts/core/caller';
import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { isWide } from './judge.js';
import type { ChangedPerson } from './person-row.js';

interface RoleToGive {
  readonly userId: string;
  readonly role: string;
  readonly unitId: string;
  /** For how long, and whether for everything below; unless told, from now on without end, as is usual for the role. */
  readonly term?: { readonly subtree: boolean; readonly validFrom: Date; readonly validTo: Date | null };
}

interface EndedRole {
  readonly userId: string;
  readonly role: string;
  readonly toId: string;
  readonly subtree: boolean;
  /** When it began or will; now for one that runs. */
  readonly validFrom: Date;
  readonly validTo: Date | null;
}

const giverOf = (caller: Caller): string | null => (caller.kind === 'user' ? caller.userId : null);

/** Whether they may be given was settled when the rows were judged (I4). */
export async function giveRoles(
  manager: EntityManager,
  caller: Caller,
  roles: readonly RoleToGive[],
): Promise<void> {
  if (roles.length === 0) return;
  await manager.query(
    `INSERT INTO role_grants (id, user_id, role, unit_id, subtree, valid_from, valid_to, granted_by)
     SELECT id, user_id, role, unit_id, subtree, coalesce(valid_from, date_trunc('milliseconds', now())), valid_to, $8::uuid
     FROM unnest($1::uuid[], $2::uuid[], $3::text[], $4::uuid[], $5::boolean[], $6::timestamptz[], $7::timestamptz[])
       AS given (id, user_id, role, unit_id, subtree, valid_from, valid_to)`,
    [
      roles.map(() => randomUUID()),
      roles.map(({ userId }) => userId),
      roles.map(({ role }) => role),
      roles.map(({ unitId }) => unitId),
      roles.map(({ role, term }) => term?.subtree ?? isWide(role)),
      roles.map(({ term }) => term?.validFrom ?? null),
      roles.map(({ term }) => term?.validTo ?? null),
      giverOf(caller),
    ],
  );
}

/**
 * Who moves to another unit takes the roles held on the old unit itself along, until the day they were given for, except
 * those that look after others: they end. What was lent of them ends as well. A department admin's stays: it is taken back
 * by hand (I5).
 * @returns what was taken along, as `userId role`
 */
export async function moveRoles(
  manager: EntityManager,
  caller: Caller,
  people: readonly ChangedPerson[],
): Promise<ReadonlySet<string>> {
  if (people.length === 0) return new Set();
  const moves = [
    people.map(({ known }) => known.id),
    people.map(({ known }) => known.unitId),
    people.map(({ unit }) => unit.id),
    giverOf(caller),
  ];
  const [ended] = await manager.query<[EndedRole[], number]>(
    `UPDATE role_grants g SET revoked_at = clock_timestamp(), revoked_by = $4
     FROM unnest($1::uuid[], $2::uuid[], $3::uuid[]) AS move (user_id, from_id, to_id)
     WHERE g.user_id = move.user_id AND g.unit_id = move.from_id AND g.revoked_at IS NULL
       AND g.role <> 'departmentAdmin' AND g.delegated_from IS NULL AND (g.valid_to IS NULL OR g.valid_to > now())
     RETURNING g.user_id AS "userId", g.role, move.to_id AS "toId", g.subtree,
       greatest(g.valid_from, date_trunc('milliseconds', now())) AS "validFrom", g.valid_to AS "validTo"`,
    moves,
  );
  await manager.query(
    `UPDATE role_grants g SET revoked_at = clock_timestamp(), revoked_by = $2
     FROM role_grants source WHERE source.id = g.delegated_from AND source.revoked_at IS NOT NULL
       AND source.user_id = ANY ($1) AND g.revoked_at IS NULL`,
    [moves[0], moves[3]],
  );
  const along = ended.filter(({ role }) => !isWide(role));
  const given = along.map(({ userId, role, toId: unitId, ...term }) => ({ userId, role, unitId, term }));
  await giveRoles(manager, caller, given);
  return new Set(along.map(({ userId, role }) => heldKey(userId, role)));
}

export const heldKey = (userId: string, role: string): string => `${userId} ${role}`;

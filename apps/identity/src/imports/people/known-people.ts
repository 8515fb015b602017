import type { Permission } from '@diemcau/contracts/identity/permissions';
import type { EntityManager } from 'typeorm';

/** A role somebody holds, and what it permits. */
export interface HeldRole {
  readonly userId: string;
  readonly role: string;
  readonly unitId: string;
  readonly subtree: boolean;
  /** Somebody else's, held for a while. */
  readonly isLent: boolean;
  readonly path: readonly string[];
  readonly permissions: readonly Permission[];
}

/** Somebody who is in the database already. */
export interface KnownPerson {
  readonly id: string;
  readonly code: string;
  readonly kind: string;
  readonly fullName: string;
  readonly userName: string;
  readonly email: string | null;
  readonly phone: string | null;
  readonly birthDate: string | null;
  readonly unitId: string;
  readonly unitCode: string;
  readonly unitPath: readonly string[];
  readonly roles: readonly HeldRole[];
}

/**
 * Those of a province who have these codes, by code.
 * @param hold until the transaction ends nobody else changes them
 */
export async function peopleByCode(
  manager: EntityManager,
  provinceId: string,
  codes: readonly string[],
  hold: boolean,
): Promise<Map<string, KnownPerson>> {
  const people = await manager.query<Omit<KnownPerson, 'roles'>[]>(
    `SELECT u.id, u.code, u.kind, u.display_name AS "fullName", u.user_name AS "userName", u.email, u.phone,
            u.birth_date::text AS "birthDate", u.unit_id AS "unitId", unit.code AS "unitCode", unit.path AS "unitPath"
     FROM users u JOIN units unit ON unit.id = u.unit_id
     WHERE u.province_id = $1 AND u.code = ANY ($2) ORDER BY u.id ${hold ? 'FOR NO KEY UPDATE OF u' : ''}`,
    [provinceId, codes],
  );
  const roles = await rolesOf(
    manager,
    people.map(({ id }) => id),
  );
  return new Map(people.map((person) => [person.code, { ...person, roles: roles.get(person.id) ?? [] }]));
}

async function rolesOf(manager: EntityManager, userIds: readonly string[]): Promise<Map<string, HeldRole[]>> {
  if (userIds.length === 0) return new Map();
  const held = await manager.query<HeldRole[]>(
    `SELECT g.user_id AS "userId", g.role, g.unit_id AS "unitId", g.subtree, g.delegated_from IS NOT NULL AS "isLent",
            unit.path, role.permissions
     FROM role_grants g JOIN units unit ON unit.id = g.unit_id JOIN roles role ON role.key = g.role
     WHERE g.user_id = ANY ($1) AND g.revoked_at IS NULL AND (g.valid_to IS NULL OR g.valid_to > now())`,
    [userIds],
  );
  const byUser = new Map<string, HeldRole[]>();
  for (const role of held) byUser.set(role.userId, [...(byUser.get(role.userId) ?? []), role]);
  return byUser;
}

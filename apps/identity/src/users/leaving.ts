import type { Caller } from '@diemcau/contracts/core/caller';
import { schoolYearAt } from '@diemcau/contracts/identity/school-year';
import type { EntityManager } from 'typeorm';

/** Of the running school year and later; past ones keep their students. */
export async function leaveClasses(manager: EntityManager, userId: string, unitId: string): Promise<void> {
  await manager.query(
    `DELETE FROM class_members m USING classes c
     WHERE c.id = m.class_id AND m.user_id = $1 AND c.unit_id = $2 AND c.school_year >= $3`,
    [userId, unitId, schoolYearAt(new Date())],
  );
}

/** Also what was lent of them. @returns whose rights changed */
export async function endGrants(
  manager: EntityManager,
  userId: string,
  unitId: string,
  caller: Caller,
): Promise<string[]> {
  const [ended] = await manager.query<[{ user_id: string }[], number]>(
    `UPDATE role_grants g SET revoked_at = clock_timestamp(), revoked_by = $3
     WHERE g.revoked_at IS NULL AND (g.user_id = $1 AND g.unit_id = $2 OR g.delegated_from IN
       (SELECT id FROM role_grants WHERE user_id = $1 AND unit_id = $2)) RETURNING user_id`,
    [userId, unitId, caller.kind === 'user' ? caller.userId : null],
  );
  return [...new Set(ended.map((row) => row.user_id))];
}

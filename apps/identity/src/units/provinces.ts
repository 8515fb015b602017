import type { EntityManager } from 'typeorm';
import { recodePeople } from './people-codes.js';

/** A unit about to come under another root, with all below it. */
interface Arrival {
  readonly unitId: string;
  readonly formerId: string;
  readonly formerCode: string;
  readonly provinceId: string;
}

/** The units that an event takes into another province, the topmost ones. */
const arrivals = `
  SELECT u.id AS "unitId", u.province_id AS "formerId", former.code AS "formerCode", above.province_id AS "provinceId"
  FROM unit_versions v JOIN units u ON u.id = v.unit_id JOIN units above ON above.id = v.parent_id
  JOIN units former ON former.id = u.province_id
  WHERE v.event_id = $1 AND above.province_id <> u.province_id AND u.id <> above.province_id`;

/**
 * Before units come into another province: codes of people that exist there already get a suffix. Roles and types that a
 * merged province defined become the successor's.
 * @returns how many people's codes got a suffix
 */
export async function enterProvince(
  manager: EntityManager,
  eventId: string,
  suffix: string | undefined,
): Promise<number> {
  const coming = await manager.query<Arrival[]>(arrivals, [eventId]);
  let recoded = 0;
  for (const { unitId, formerId, formerCode, provinceId } of coming) {
    recoded += await recodePeople(manager, unitId, provinceId, suffix ?? formerCode);
    if (unitId !== formerId) continue;
    await manager.query('UPDATE roles SET province_id = $2 WHERE province_id = $1', [formerId, provinceId]);
    await manager.query(
      `UPDATE unit_types SET province_id = $2, name_vi = CASE WHEN EXISTS (
         SELECT FROM unit_types other WHERE other.province_id = $2
           AND lower(other.name_vi COLLATE pg_c_utf8) = lower(unit_types.name_vi COLLATE pg_c_utf8))
         THEN name_vi || ' (' || $3::text || ')' ELSE name_vi END
       WHERE province_id = $1`,
      [formerId, provinceId, formerCode],
    );
  }
  return recoded;
}

import type { EntityManager } from 'typeorm';

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

/** `0031` becomes `0031-hb`, and `0031-hb-2` where that exists too. */
async function recodePeople(
  manager: EntityManager,
  unitId: string,
  provinceId: string,
  suffix: string,
): Promise<number> {
  let recoded = 0;
  for (let number = 1; ; number++) {
    const tail = number === 1 ? `-${suffix}` : `-${suffix}-${number}`;
    const [, changed] = await manager.query<[unknown, number]>(
      `UPDATE users SET code = users.code || $3::text, search = users.search || ' ' || lower(users.code || $3::text),
         version = users.version + 1
       FROM units unit
       WHERE unit.id = users.unit_id AND unit.path @> ARRAY[$1::uuid]
         AND EXISTS (SELECT FROM users other WHERE other.province_id = $2 AND other.code = users.code)
         AND NOT EXISTS (SELECT FROM users other
                         WHERE other.province_id IN ($2, users.province_id) AND other.code = users.code || $3::text)`,
      [unitId, provinceId, tail],
    );
    recoded += changed;
    const [left] = await manager.query<[{ some: boolean }]>(
      `SELECT EXISTS (
         SELECT FROM users JOIN units unit ON unit.id = users.unit_id
         JOIN users other ON other.province_id = $2 AND other.code = users.code
         WHERE unit.path @> ARRAY[$1::uuid]) AS some`,
      [unitId, provinceId],
    );
    if (!left.some) return recoded;
  }
}

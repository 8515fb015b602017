import type { EntityManager } from 'typeorm';

/**
 * Before the people of a unit, and of those below, come into a province: a code that exists there gets a suffix, `0031`
 * becoming `0031-hb`, and `0031-hb-2` where that exists too.
 * @returns how many
 */
export async function recodePeople(
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

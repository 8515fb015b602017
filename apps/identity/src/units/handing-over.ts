import type { EntityManager } from 'typeorm';
import { recodePeople } from './people-codes.js';

/** What went from a unit that closed to another. */
export interface HandedOver {
  readonly from: string;
  readonly to: string;
  readonly userIds: string[];
  /** People whose code got a suffix, because the province they come into has it already. */
  readonly recoded: number;
}

/** The unit itself while it is open, what carries on its work, or the nearest open unit above. */
async function openInstead(
  manager: EntityManager,
  unitId: string,
  effectiveOn: string,
): Promise<string | undefined> {
  const [found] = await manager.query<{ id: string }[]>(
    `WITH RECURSIVE next AS (
       SELECT $1::uuid AS id, 0 AS step
       UNION
       SELECT s.successor_id, step + 1 FROM next JOIN units u ON u.id = next.id AND u.state = 'closed'
       JOIN unit_successors s ON s.unit_id = next.id AND s.since <= greatest(units_today(), $2::date)
       WHERE step < 20
     ), candidates AS (
       SELECT u.id, 0 AS choice, step FROM next JOIN units u ON u.id = next.id
       WHERE u.state <> 'closed'
       UNION ALL
       SELECT above.id, 1, -cardinality(above.path) FROM units u JOIN units above ON above.id = ANY (u.path)
       WHERE u.id = $1 AND above.state <> 'closed'
     )
     SELECT id FROM candidates ORDER BY choice, step, id LIMIT 1`,
    [unitId, effectiveOn],
  );
  return found?.id;
}

/**
 * Hands the people and classes of closed units on. A unit that was to be empty, and was filled between the planning and
 * the day, hands them to the nearest open unit above: nobody stays in a closed unit, nobody is lost (I3).
 */
export async function handOver(
  manager: EntityManager,
  moves: readonly { readonly from: string; readonly to: string | null }[],
  { effectiveOn, suffix }: { readonly effectiveOn: string; readonly suffix: string | undefined },
): Promise<HandedOver[]> {
  if (moves.length === 0) return [];
  await manager.query(`SELECT set_config('identity.moved_on', $1, true)`, [effectiveOn]);
  const done: HandedOver[] = [];
  for (const { from, to } of moves) {
    const goal = await openInstead(manager, to ?? from, effectiveOn);
    if (goal === undefined || goal === from) continue;
    const recoded = await recodeAbroad(manager, from, goal, suffix);
    const [rows] = await manager.query<[{ id: string }[], number]>(
      'UPDATE users SET unit_id = $2, version = version + 1 WHERE unit_id = $1 RETURNING id',
      [from, goal],
    );
    await handOverClasses(manager, from, goal);
    done.push({ from, to: goal, userIds: rows.map(({ id }) => id), recoded });
  }
  await manager.query(`SELECT set_config('identity.moved_on', '', true)`);
  return done;
}

/** Only where the one unit lies in another province than the other. */
async function recodeAbroad(
  manager: EntityManager,
  from: string,
  to: string,
  suffix: string | undefined,
): Promise<number> {
  const [abroad] = await manager.query<{ provinceId: string; formerCode: string }[]>(
    `SELECT goal.province_id AS "provinceId", former.code AS "formerCode"
     FROM units unit JOIN units former ON former.id = unit.province_id JOIN units goal ON goal.id = $2
     WHERE unit.id = $1 AND goal.province_id <> unit.province_id`,
    [from, to],
  );
  return abroad ? recodePeople(manager, from, abroad.provinceId, suffix ?? abroad.formerCode) : 0;
}

/** Two schools that become one may both have had a class 10A1 that year: the newcomer's says where it comes from. */
async function handOverClasses(manager: EntityManager, from: string, to: string): Promise<void> {
  await manager.query(
    `UPDATE classes SET name = classes.name || ' (' || unit.code || ')', search = classes.search || ' (' || unit.code || ')'
     FROM units unit
     WHERE unit.id = $1 AND classes.unit_id = $1 AND EXISTS (
       SELECT FROM classes other WHERE other.unit_id = $2 AND other.school_year = classes.school_year
         AND other.search = classes.search)`,
    [from, to],
  );
  await manager.query('UPDATE classes SET unit_id = $2 WHERE unit_id = $1', [from, to]);
}

import type { EntityManager } from 'typeorm';
import type { TypeRules } from './place.js';
import type { Period, Timeline } from './timeline.js';

const columns = `unit_id AS "unitId", valid_from::text AS "from", valid_to::text AS "to", name, code, type,
  parent_id AS "parentId", state`;

/** Everything that rests on the order of events waits for its turn here, with moves of the tree by any other way. */
export const holdUnits = (manager: EntityManager): Promise<unknown> =>
  manager.query(`SELECT pg_advisory_xact_lock(hashtext('identity.units'))`);

/** The day in Vietnam, whatever the server's zone. */
export async function today(manager: EntityManager): Promise<string> {
  const [row] = await manager.query<[{ today: string }]>('SELECT units_today()::text AS today');
  return row.today;
}

/**
 * The provinces of these units, and those tied to them by what is planned and by events of the day or later: a unit that
 * lay here on the day may have gone to another province since. What a merged province was tied to, its successor is.
 * @param day first day that matters, `YYYY-MM-DD`
 */
export async function provincesOf(
  manager: EntityManager,
  unitIds: readonly string[],
  day: string,
): Promise<string[]> {
  const rows = await manager.query<{ id: string }[]>(
    `WITH RECURSIVE tied AS (
       SELECT province_id AS id FROM units WHERE id = ANY ($1)
       UNION
       SELECT unnest(e.province_ids) FROM tied JOIN unit_events e
         ON e.province_ids @> ARRAY[tied.id] AND cardinality(e.province_ids) > 1 AND e.state <> 'cancelled'
           AND (e.state = 'planned' OR e.effective_on >= $2::date
                OR (e.kind = 'merge' AND e.unit_id = ANY (e.province_ids)))
     )
     SELECT DISTINCT u.province_id AS id FROM tied JOIN units u ON u.id = tied.id`,
    [unitIds, day],
  );
  return rows.map(({ id }) => id);
}

/** What the units of some provinces are on a day and after it. */
export async function timelineFrom(
  manager: EntityManager,
  provinceIds: readonly string[],
  day: string,
): Promise<Timeline> {
  const rows = await manager.query<Period[]>(
    `SELECT ${columns} FROM unit_versions
     WHERE unit_id IN (SELECT id FROM units WHERE province_id = ANY ($1))
       AND (valid_to IS NULL OR valid_to > greatest($2::date, valid_from))
     ORDER BY unit_id, valid_from, id`,
    [provinceIds, day],
  );
  const timeline = new Map<string, Period[]>();
  for (const period of rows) {
    const known = timeline.get(period.unitId);
    if (known) known.push(period);
    else timeline.set(period.unitId, [period]);
  }
  return timeline;
}

/** What may lie where: the built-in types and those of the provinces. */
export async function typeRulesOf(
  manager: EntityManager,
  provinceIds: readonly string[],
): Promise<TypeRules> {
  const rows = await manager.query<{ key: string; top: boolean; under: string[] }[]>(
    'SELECT key, top, under FROM unit_types WHERE province_id IS NULL OR province_id = ANY ($1)',
    [provinceIds],
  );
  return new Map(rows.map(({ key, ...rule }) => [key, rule]));
}

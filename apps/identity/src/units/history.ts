import { folded } from '@diemcau/contracts/core/folded';
import type { EntityManager } from 'typeorm';
import type { Decision } from './draft.js';
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

/** The provinces of these units, and those that planned events tie to them. */
export async function provincesOf(manager: EntityManager, unitIds: readonly string[]): Promise<string[]> {
  const rows = await manager.query<{ id: string }[]>(
    `WITH RECURSIVE tied AS (
       SELECT province_id AS id FROM units WHERE id = ANY ($1)
       UNION
       SELECT unnest(e.province_ids) FROM tied JOIN unit_events e
         ON e.state = 'planned' AND e.province_ids @> ARRAY[tied.id] AND cardinality(e.province_ids) > 1
     )
     SELECT DISTINCT u.province_id AS id FROM tied JOIN units u ON u.id = tied.id`,
    [unitIds],
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

/** Writes the periods and successors of a decision; units that come into being are `planned` until it takes effect. */
export async function writeHistory(
  manager: EntityManager,
  eventId: string,
  day: string,
  { periods, corrected, founded, successors }: Decision,
): Promise<void> {
  await manager.query(`SELECT set_config('identity.unit_event', 'on', true)`);
  for (const unit of periods.filter(({ unitId }) => founded.includes(unitId))) {
    await manager.query(
      `INSERT INTO units (id, parent_id, type, code, name, search, state, valid_from)
       VALUES ($1, $2, $3, $4, $5, $6, 'planned', $7)`,
      [unit.unitId, unit.parentId, unit.type, unit.code, unit.name, searchOf(unit), day],
    );
  }
  await manager.query(
    'UPDATE unit_versions SET valid_to = $2 WHERE unit_id = ANY ($1) AND valid_to IS NULL',
    [periods.map(({ unitId }) => unitId), day],
  );
  for (const period of periods) {
    await manager.query(
      `INSERT INTO unit_versions (unit_id, valid_from, name, code, type, parent_id, state, search, event_id)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [
        period.unitId,
        day,
        period.name,
        period.code,
        period.type,
        period.parentId,
        period.state,
        searchOf(period),
        eventId,
      ],
    );
  }
  for (const period of corrected) {
    await manager.query(
      `UPDATE unit_versions SET name = $2, code = $3, type = $4, search = $5
       WHERE unit_id = $1 AND valid_to IS NULL`,
      [period.unitId, period.name, period.code, period.type, searchOf(period)],
    );
  }
  for (const { unitId, successorId } of successors) {
    await manager.query(
      'INSERT INTO unit_successors (unit_id, successor_id, since, event_id) VALUES ($1, $2, $3, $4)',
      [unitId, successorId, day, eventId],
    );
  }
  const touched = [...periods, ...corrected].map(({ unitId }) => unitId);
  await manager.query('UPDATE units SET version = version + 1 WHERE id = ANY ($1)', [touched]);
  const closing = periods.filter(({ state }) => state === 'closed').map(({ unitId }) => unitId);
  if (closing.length > 0)
    await manager.query(
      'UPDATE units SET valid_to = greatest($2::date, valid_from + 1) WHERE id = ANY ($1)',
      [closing, day],
    );
  await manager.query(`SELECT set_config('identity.unit_event', '', true)`);
}

export const searchOf = ({ name, code }: { name: string; code: string }): string => folded(`${name} ${code}`);

import type { EntityManager } from 'typeorm';

const until = 'coalesce($1::date, units_today())';

/**
 * Units that an import planned begin on their first day; those that an event founds wait for the event. The inner question
 * is asked of the few planned units only: as EXISTS it would be planned as a join with all periods there are.
 */
const begins = `units.state = 'planned' AND units.valid_from <= ${until}
  AND (SELECT v.event_id IS NULL AND v.state = 'active' FROM unit_versions v
       WHERE v.unit_id = units.id AND v.valid_from <= ${until} AND (v.valid_to IS NULL OR v.valid_to > ${until}) LIMIT 1)`;

/** An event or a unit that waits for no later day than $1, today where that is null. */
export const somethingIsDue = `
  SELECT EXISTS (SELECT FROM unit_events WHERE state = 'planned' AND effective_on <= ${until})
      OR EXISTS (SELECT FROM units WHERE ${begins}) AS due`;

/** @returns the units that are active from now on */
export async function beginUnits(manager: EntityManager, day: string): Promise<string[]> {
  const [begun] = await manager.query<[{ id: string }[], number]>(
    `UPDATE units SET state = 'active', version = version + 1 WHERE ${begins} RETURNING id`,
    [day],
  );
  return begun.map(({ id }) => id);
}

import type { EntityManager } from 'typeorm';
import type { EventRow } from './event-row.js';

interface Late {
  readonly id: string;
  readonly closedId: string;
  /** The nearest open unit above the closed one. */
  readonly goal: string;
}

/**
 * A unit that an import put under one that was to close, after that was planned, goes one level up on the day: nothing open
 * lies below something closed (I3), and the event keeps its day.
 * @returns the units that went
 */
export async function adoptLate(
  manager: EntityManager,
  { id: eventId, unitIds, effectiveOn }: EventRow,
): Promise<string[]> {
  const late = await manager.query<Late[]>(
    `SELECT child.id, closed.id AS "closedId",
            (SELECT above.id FROM units above WHERE above.id = ANY (closed.path) AND above.state <> 'closed'
             ORDER BY cardinality(above.path) DESC LIMIT 1) AS goal
     FROM units closed JOIN units child ON child.parent_id = closed.id
     WHERE closed.id = ANY ($1) AND closed.state = 'closed' AND child.state <> 'closed'`,
    [unitIds],
  );
  for (const { id, closedId, goal } of late) {
    await manager.query('UPDATE units SET parent_id = $2, version = version + 1 WHERE id = $1', [id, goal]);
    const values = [id, closedId, effectiveOn, goal];
    await manager.query(
      `UPDATE unit_versions SET parent_id = $4 WHERE unit_id = $1 AND parent_id = $2 AND valid_from >= $3::date`,
      values,
    );
    const [cut] = await manager.query<[{ id: string; valid_to: string | null }[], number]>(
      `UPDATE unit_versions SET valid_to = $3::date FROM unit_versions old
       WHERE old.id = unit_versions.id AND old.unit_id = $1 AND old.parent_id = $2 AND old.valid_from < $3::date
         AND (old.valid_to IS NULL OR old.valid_to > $3::date)
       RETURNING old.id, old.valid_to::text`,
      values.slice(0, 3),
    );
    for (const { id: versionId, valid_to: until } of cut)
      await manager.query(
        `INSERT INTO unit_versions (unit_id, valid_from, valid_to, name, code, type, parent_id, state, search, event_id)
         SELECT unit_id, $2::date, $3::date, name, code, type, $4, state, search, $5 FROM unit_versions WHERE id = $1`,
        [versionId, effectiveOn, until, goal, eventId],
      );
  }
  return late.map(({ id }) => id);
}

import type { EntityManager } from 'typeorm';

interface Target {
  readonly id: string;
  readonly parentId: string | null;
}

/** The periods that an event began; of a corrected unit the one that is valid today. */
const looksOf = `
  SELECT unit_id, name, code, type, parent_id, search, state FROM unit_versions WHERE event_id = $1
  UNION ALL
  SELECT unit_id, name, code, type, parent_id, search, state FROM unit_versions
  WHERE unit_id = ANY ($2) AND $3 = 'correct' AND valid_from <= units_today()
    AND (valid_to IS NULL OR valid_to > units_today())`;

/** Makes the units what the event says. @returns every unit that is another than before, with those that went along below */
export async function placeUnits(
  manager: EntityManager,
  { id, unitIds, kind, effectiveOn }: { id: string; unitIds: string[]; kind: string; effectiveOn: string },
): Promise<string[]> {
  const event = [id, unitIds, kind];
  await manager.query(
    `WITH looks AS (${looksOf})
     UPDATE units SET name = looks.name, code = looks.code, type = looks.type, search = looks.search,
       state = looks.state, version = version + 1,
       valid_to = CASE looks.state WHEN 'closed' THEN greatest($4::date, valid_from + 1) END
     FROM looks WHERE units.id = looks.unit_id`,
    [...event, effectiveOn],
  );
  let pending = await manager.query<Target[]>(
    `WITH looks AS (${looksOf})
     SELECT units.id, looks.parent_id AS "parentId" FROM looks JOIN units ON units.id = looks.unit_id
     WHERE looks.parent_id IS DISTINCT FROM units.parent_id`,
    event,
  );
  // One at a time, each when it would not come to lie below itself: the others make way first.
  while (pending.length > 0) {
    const left: Target[] = [];
    for (const { id: unitId, parentId } of pending) {
      const [, moved] = await manager.query<[unknown, number]>(
        `UPDATE units SET parent_id = $2
         WHERE id = $1 AND NOT EXISTS (SELECT FROM units above WHERE above.id = $2 AND above.path @> ARRAY[$1::uuid])`,
        [unitId, parentId],
      );
      if (moved === 0) left.push({ id: unitId, parentId });
    }
    if (left.length === pending.length) throw new Error(`event ${id} makes a circle of units`);
    pending = left;
  }
  const changed = await manager.query<{ id: string }[]>('SELECT id FROM units WHERE path && $1::uuid[]', [
    unitIds,
  ]);
  return changed.map((unit) => unit.id);
}

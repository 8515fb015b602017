import type { EntityManager } from 'typeorm';

/**
 * A code that was free when the event was planned may have been given out since, by an import for instance. The planned
 * unit then makes way, with the beginning of its id behind the code: an event that was promised a day keeps it.
 */
export async function giveWay(manager: EntityManager, eventId: string): Promise<void> {
  await manager.query(`SELECT set_config('identity.unit_event', 'on', true)`);
  await manager.query(
    `UPDATE unit_versions v SET code = left(v.code, 51) || '-' || left(v.unit_id::text, 8)
     FROM units above
     WHERE v.event_id = $1 AND above.id = coalesce(v.parent_id, v.unit_id)
       AND EXISTS (SELECT FROM units other WHERE other.province_id = above.province_id AND other.code = v.code
                     AND other.id <> v.unit_id)`,
    [eventId],
  );
  // Those that only go along below a unit that comes into another province.
  await manager.query(
    `WITH guests AS (
       SELECT u.id FROM unit_versions v
       JOIN units mover ON mover.id = v.unit_id JOIN units above ON above.id = v.parent_id
       JOIN units u ON u.path @> ARRAY[mover.id]
       JOIN units other ON other.province_id = above.province_id AND other.code = u.code
       WHERE v.event_id = $1 AND above.province_id <> mover.province_id
         AND NOT EXISTS (SELECT FROM unit_versions own WHERE own.event_id = $1 AND own.unit_id = u.id)
     ), versions AS (
       UPDATE unit_versions SET code = left(code, 51) || '-' || left(unit_id::text, 8)
       WHERE unit_id IN (SELECT id FROM guests) AND valid_to IS NULL
     )
     UPDATE units SET code = left(code, 51) || '-' || left(id::text, 8) WHERE id IN (SELECT id FROM guests)`,
    [eventId],
  );
}

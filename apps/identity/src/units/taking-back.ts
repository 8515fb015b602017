import { Failure } from '@diemcau/contracts/core/failure';
import { unitEventErrors } from '@diemcau/contracts/identity/unit-event-errors';
import type { EntityManager } from 'typeorm';
import type { EventRow } from './event-row.js';
import { provincesOf, timelineFrom } from './history.js';
import { refuseUnsound } from './sound.js';

/**
 * Takes a planned event back: what was before goes on. The caller holds the units.
 * @throws Failure `unitEvents.laterEvents`, or of `refuseUnsound` when a later event rests on it in another way
 */
export async function takeBack(manager: EntityManager, event: EventRow): Promise<void> {
  const { id, unitIds, effectiveOn } = event;
  await refuseBuiltUpon(manager, event);
  const provinceIds = await provincesOf(manager, unitIds, effectiveOn);
  await manager.query('DELETE FROM unit_successors WHERE event_id = $1', [id]);
  await manager.query('DELETE FROM unit_versions WHERE event_id = $1', [id]);
  await manager.query(
    `UPDATE unit_versions SET valid_to = NULL
     WHERE id IN (SELECT DISTINCT ON (unit_id) id FROM unit_versions WHERE unit_id = ANY ($1)
                  ORDER BY unit_id, valid_from DESC, id DESC)`,
    [unitIds],
  );
  await manager.query(
    `DELETE FROM units WHERE id = ANY ($1) AND NOT EXISTS (SELECT FROM unit_versions WHERE unit_id = units.id)`,
    [unitIds],
  );
  await manager.query(
    `UPDATE units SET version = version + 1, valid_to = CASE state WHEN 'closed' THEN valid_to END
     WHERE id = ANY ($1)`,
    [unitIds],
  );
  refuseUnsound(await timelineFrom(manager, provinceIds, effectiveOn), new Set(unitIds), effectiveOn);
  await manager.query(`UPDATE unit_events SET state = 'cancelled' WHERE id = $1`, [id]);
}

/** Its units have no later periods, and nothing goes under or over to the ones it founds. */
async function refuseBuiltUpon(manager: EntityManager, { id, unitIds }: EventRow): Promise<void> {
  const [later] = await manager.query<{ unitId: string; on: string }[]>(
    `SELECT unit_id AS "unitId", valid_from::text AS "on" FROM unit_versions
     WHERE unit_id = ANY ($2) AND valid_to IS NULL AND event_id IS DISTINCT FROM $1
     UNION ALL
     SELECT s.successor_id, s.since::text FROM unit_successors s JOIN units u ON u.id = s.successor_id
     WHERE s.successor_id = ANY ($2) AND u.state = 'planned' AND s.event_id <> $1
     UNION ALL
     SELECT v.parent_id, v.valid_from::text FROM unit_versions v JOIN units u ON u.id = v.parent_id
     WHERE v.parent_id = ANY ($2) AND u.state = 'planned' AND v.event_id IS DISTINCT FROM $1
     LIMIT 1`,
    [id, unitIds],
  );
  if (later) throw new Failure(unitEventErrors.laterEvents, { ...later });
}

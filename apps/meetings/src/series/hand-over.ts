import type { EntityManager } from 'typeorm';
import type { Day } from '../recurrence/days.js';

/** What was decided about dates that the new series has too, and the meetings from there on that have not begun. */
export async function handOver(
  manager: EntityManager,
  oldId: string,
  newId: string,
  from: Day,
): Promise<void> {
  await manager.query('UPDATE series_choices SET series_id = $2 WHERE series_id = $1 AND nominal >= $3', [
    oldId,
    newId,
    from,
  ]);
  await manager.query(
    `UPDATE occurrences SET series_id = $2
     WHERE series_id = $1 AND nominal_date >= $3
       AND state IN ('draft', 'pendingApproval', 'rejected', 'scheduled', 'postponed', 'checking')`,
    [oldId, newId, from],
  );
  await manager.query(
    'UPDATE series SET made_until = old.made_until FROM series old WHERE series.id = $2 AND old.id = $1',
    [oldId, newId],
  );
}

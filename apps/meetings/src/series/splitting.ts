import type { Caller } from '@diemcau/contracts/core/caller';
import type { ChangeSeries } from '@diemcau/contracts/meetings/series';
import type { EntityManager } from 'typeorm';
import { checkTimes } from '../recurrence/check.js';
import { type Day, plusDays } from '../recurrence/days.js';
import { applied, changesTimes } from './change-of.js';
import { checkChoices } from './choice-check.js';
import type { SeriesRow } from './series-row.js';
import { handOver } from './hand-over.js';
import { insertSeries } from './writing.js';

/** Where "this and following" cuts. */
export interface Split {
  /** The first nominal date of what follows. */
  readonly from: Day;
}

/**
 * Ends a series before a date and begins another one with it, which takes over the choices and the meetings from there on. By
 * the same rule it goes on counting where the old one stopped (INTERVAL, COUNT): it has the same first day, and shows less of
 * it. By another rule it counts anew.
 */
export async function split(
  manager: EntityManager,
  before: SeriesRow,
  change: ChangeSeries,
  { from }: Split,
  caller: Caller,
): Promise<SeriesRow> {
  const recounted = change.rule !== undefined && change.rule !== before.rule;
  const changed = applied(before, change);
  const firstDay = change.firstDay ?? (recounted ? from : before.firstDay);
  const wanted = { ...changed, firstDay, fromDay: from };
  if (changesTimes(before, change)) checkTimes(wanted);
  checkChoices(wanted, change.choices ?? []);
  await manager.query('UPDATE series SET until_day = $2, version = version + 1 WHERE id = $1', [
    before.id,
    plusDays(from, -1),
  ]);
  const id = await insertSeries(manager, {
    ...wanted,
    unit: { id: before.unitId, path: before.unitPath, name: before.unitName },
    state: before.state === 'active' ? 'active' : 'draft',
    followsId: before.id,
    authorId: caller.kind === 'user' ? caller.userId : before.authorId,
  });
  await handOver(manager, before.id, id, from);
  return { ...wanted, id, followsId: before.id };
}

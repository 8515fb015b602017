import type { SeriesTemplate, TemplateSite } from '@diemcau/contracts/meetings/series-template';
import type { SiteRole } from '@diemcau/contracts/meetings/vocabulary';
import type { EntityManager } from 'typeorm';
import type { SiteOf } from '../occurrences/made-rows.js';
import type { Day } from '../recurrence/days.js';
import type { SeriesRow } from './series-row.js';

/** A meeting that a series made and that has not begun. */
export interface MadeMeeting {
  readonly id: string;
  readonly nominal: Day;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly roomId: string | null;
  readonly sites: readonly TemplateSite[];
}

/** Until the transaction ends nobody else changes them. @param edited also those that people changed by hand */
export const heldMeetings = (
  manager: EntityManager,
  seriesId: string,
  from: Day,
  to: Day | null,
  now: Date,
  edited: boolean,
): Promise<MadeMeeting[]> =>
  manager.query<MadeMeeting[]>(
    `SELECT o.id, o.nominal_date::text AS nominal, o.starts_at AS "startsAt", o.ends_at AS "endsAt", o.room_id AS "roomId",
       coalesce((SELECT jsonb_agg(jsonb_build_object('siteId', site_id, 'role', role, 'expected', expected))
         FROM occurrence_sites WHERE occurrence_id = o.id), '[]') AS sites
     FROM occurrences o
     WHERE o.series_id = $1 AND o.nominal_date >= $2 AND ($3::date IS NULL OR o.nominal_date <= $3)
       AND o.state IN ('draft', 'pendingApproval', 'rejected', 'scheduled', 'postponed', 'checking')
       AND o.starts_at > $4 AND ($5 OR NOT o.edited)
     ORDER BY o.starts_at FOR UPDATE OF o`,
    [seriesId, from, to, now, edited],
  );

const same = (one: TemplateSite, other: TemplateSite): boolean =>
  one.siteId === other.siteId && one.role === other.role && one.expected === other.expected;

/** A site whose role or headcount changes is dropped and added: its own database row says who may be main. */
export function siteDifference(
  before: readonly TemplateSite[],
  after: readonly TemplateSite[],
): { dropped: string[]; added: TemplateSite[] } {
  const gone = before.filter((site) => !after.some((other) => same(site, other)));
  const added = after.filter((site) => !before.some((other) => same(site, other)));
  return { dropped: gone.map(({ siteId }) => siteId), added };
}

/** Held, so that of two who want the same one waits for the other; retired ones are left out (I20 for those expected). */
export async function templateSites(
  manager: EntityManager,
  sites: SeriesTemplate['sites'],
): Promise<SiteOf[]> {
  const rows = await manager.query<
    { id: string; limit: number; unitId: string; path: string[]; name: string }[]
  >(
    `SELECT id, headcount_limit AS "limit", unit_id AS "unitId", unit_path AS path, unit_name AS name FROM sites
     WHERE id = ANY ($1::uuid[]) AND state <> 'retired' ORDER BY id FOR NO KEY UPDATE`,
    [sites.map(({ siteId }) => siteId)],
  );
  const byId = new Map(rows.map((row) => [row.id, row]));
  return sites.flatMap(({ siteId, role, expected }: { siteId: string; role: SiteRole; expected: number }) => {
    const row = byId.get(siteId);
    if (!row) return [];
    const unit = { id: row.unitId, path: row.path, name: row.name };
    return [{ siteId, role, expected: Math.min(expected, row.limit), unit }];
  });
}

const exclusion = '23P01';

/** @returns false when somebody else has the room at that time; the meeting is without one then */
export async function takeRoom(manager: EntityManager, id: string, roomId: string | null): Promise<boolean> {
  await manager.query('SAVEPOINT room');
  try {
    await manager.query(
      'UPDATE occurrences SET room_id = $2, room_no = (SELECT no FROM rooms WHERE id = $2) WHERE id = $1',
      [id, roomId],
    );
    await manager.query('RELEASE SAVEPOINT room');
    return true;
  } catch (error) {
    if ((error as { driverError?: { code?: string } }).driverError?.code !== exclusion) throw error;
    await manager.query('ROLLBACK TO SAVEPOINT room');
    await manager.query('UPDATE occurrences SET room_id = NULL, room_no = NULL WHERE id = $1', [id]);
    return false;
  }
}

/** Also where somebody has handed in papers or the agenda was changed by hand: then it is left as it is. */
export async function sameAgenda(
  manager: EntityManager,
  id: string,
  { template }: SeriesRow,
): Promise<boolean> {
  const rows = await manager.query<{ title: string; minutes: number; begun: boolean }[]>(
    `SELECT title, minutes, state <> 'assigned' OR file_ids <> '{}' AS begun FROM agenda_items
     WHERE occurrence_id = $1 ORDER BY position`,
    [id],
  );
  if (rows.some(({ begun }) => begun)) return true;
  const { agenda } = template;
  return (
    rows.length === agenda.length &&
    rows.every(({ title, minutes }, at) => agenda[at]?.title === title && agenda[at]?.minutes === minutes)
  );
}

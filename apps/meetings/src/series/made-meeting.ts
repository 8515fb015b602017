import type { TemplateSite } from '@diemcau/contracts/meetings/series-template';
import type { OccurrenceState } from '@diemcau/contracts/meetings/vocabulary';
import type { EntityManager } from 'typeorm';
import type { Day } from '../recurrence/days.js';
import type { SeriesRow } from './series-row.js';

/** A meeting that a series made and that has not begun, also one that the series itself has cancelled or postponed. */
export interface MadeMeeting {
  readonly id: string;
  readonly nominal: Day;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly roomId: string | null;
  readonly state: OccurrenceState;
  /** Its state is the series' doing, not somebody's. */
  readonly bySeries: boolean;
  readonly sites: readonly TemplateSite[];
}

interface AgendaAsMade {
  readonly title: string;
  readonly minutes: number;
  readonly unitId: string;
  readonly dueDays: number | null;
  readonly begun: boolean;
}

/**
 * Until the transaction ends nobody else changes them.
 * @param edited also those that people changed by hand, and those past their time that the series left open
 */
export const heldMeetings = (
  manager: EntityManager,
  seriesId: string,
  from: Day,
  to: Day | null,
  now: Date,
  edited: boolean,
): Promise<MadeMeeting[]> =>
  manager.query<MadeMeeting[]>(
    `SELECT o.id, o.nominal_date::text AS nominal, o.starts_at AS "startsAt", o.ends_at AS "endsAt", o.room_id AS "roomId", o.state,
       o.by_series AS "bySeries",
       coalesce((SELECT jsonb_agg(jsonb_build_object('siteId', site_id, 'role', role, 'expected', expected))
         FROM occurrence_sites WHERE occurrence_id = o.id), '[]') AS sites
     FROM occurrences o
     WHERE o.series_id = $1 AND o.nominal_date >= $2 AND ($3::date IS NULL OR o.nominal_date <= $3)
       AND (o.state IN ('draft', 'pendingApproval', 'rejected', 'scheduled', 'postponed', 'checking')
         OR o.state = 'cancelled' AND o.by_series)
       AND (o.starts_at > $4 OR $5 AND o.state = 'postponed' AND o.by_series) AND ($5 OR NOT o.edited)
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

/** Also where somebody has handed in papers: then it is left as it is. */
export async function sameAgenda(
  manager: EntityManager,
  id: string,
  { template, unitId: ownerId }: SeriesRow,
): Promise<boolean> {
  const rows = await manager.query<AgendaAsMade[]>(
    `SELECT a.title, a.minutes, a.unit_id AS "unitId", a.state <> 'assigned' OR a.file_ids <> '{}' AS begun,
       round(extract(epoch FROM o.starts_at - a.due_at) / 86400)::int AS "dueDays"
     FROM agenda_items a JOIN occurrences o ON o.id = a.occurrence_id
     WHERE a.occurrence_id = $1 ORDER BY a.position`,
    [id],
  );
  if (rows.some(({ begun }) => begun)) return true;
  const { agenda } = template;
  return (
    rows.length === agenda.length &&
    rows.every(({ title, minutes, unitId, dueDays }, at) => {
      const item = agenda[at];
      return (
        item?.title === title &&
        item.minutes === minutes &&
        item.dueDays === dueDays &&
        (item.unitId ?? ownerId) === unitId
      );
    })
  );
}

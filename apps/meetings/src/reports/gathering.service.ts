import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Joined, ReportSource } from './source.js';

/** From the first to the last moment of a year in Vietnam. */
const inYear = (column: string): string =>
  `${column} >= make_timestamptz($2, 1, 1, 0, 0, 0, 'Asia/Ho_Chi_Minh')
   AND ${column} < make_timestamptz($2 + 1, 1, 1, 0, 0, 0, 'Asia/Ho_Chi_Minh')`;
/** Took place, and is over. */
const tookPlace = `('ended', 'reported')`;

/** What happened in a unit's year, out of the tables of meetings, attendance, checks, sites, equipment and costs. */
@Injectable()
export class GatheringService {
  async gather(manager: EntityManager, unitId: string, year: number): Promise<ReportSource> {
    const values = [unitId, year];
    const idsOf = async (where: string): Promise<string[]> => {
      const rows = await manager.query<{ id: string }[]>(
        `SELECT o.id FROM occurrences o WHERE ${where} ORDER BY o.id`,
        values,
      );
      return rows.map(({ id }) => id);
    };
    return {
      held: await idsOf(`o.unit_id = $1 AND ${inYear('o.starts_at')} AND o.state IN ${tookPlace}`),
      cancelled: await idsOf(`o.state IN ('cancelled', 'aborted') AND ${inYear('o.starts_at')}
        AND EXISTS (SELECT FROM occurrence_sites os WHERE os.occurrence_id = o.id AND os.unit_id = $1)`),
      joined: await manager.query<Joined[]>(
        `SELECT o.id AS "occurrenceId", os.site_id AS "siteId", ${minutes} AS minutes, os.expected,
           (SELECT h.headcount FROM headcounts h WHERE h.occurrence_id = o.id AND h.site_id = os.site_id
            ORDER BY h.version DESC LIMIT 1) AS present,
           (SELECT CASE WHEN c.passed THEN 'pass' ELSE c.state END FROM connection_checks c
            WHERE c.occurrence_id = o.id AND c.site_id = os.site_id) AS check
         FROM occurrences o JOIN occurrence_sites os ON os.occurrence_id = o.id
         WHERE os.unit_id = $1 AND ${inYear('o.starts_at')} AND o.state IN ${tookPlace}
         ORDER BY o.id, os.site_id`,
        values,
      ),
      sites: await manager.query(
        `SELECT id, score FROM sites WHERE unit_id = $1 AND state <> 'retired' ORDER BY id`,
        [unitId],
      ),
      devices: await manager.query(
        `SELECT d.id, d.condition FROM devices d JOIN sites s ON s.id = d.site_id
         WHERE s.unit_id = $1 AND d.state = 'active' ORDER BY d.id`,
        [unitId],
      ),
      maintenances: await manager.query(
        `SELECT e.id, e.cost::float8 AS cost FROM maintenance_entries e JOIN sites s ON s.id = e.site_id
         WHERE s.unit_id = $1 AND extract(year FROM e.done_on) = $2 ORDER BY e.id`,
        values,
      ),
      costs: await manager.query(
        `SELECT c.id, c.planned::float8 AS planned, c.actual::float8 AS actual
         FROM cost_lines c JOIN sites s ON s.id = c.site_id WHERE s.unit_id = $1 AND c.year = $2 ORDER BY c.id`,
        values,
      ),
    };
  }
}

/** As long as it was really live, where that is known; else as long as it was to be. */
const minutes = `round(extract(epoch FROM coalesce(
  (SELECT sum(l.ended_at - l.started_at) FROM live_sessions l WHERE l.occurrence_id = o.id),
  o.ends_at - o.starts_at)) / 60)::int`;

import type { Caller } from '@diemcau/contracts/core/caller';
import {
  mostOwed,
  type OwedReport,
  type OwedReports,
  type OwedReview,
  type OwedReviews,
} from '@diemcau/contracts/meetings/owed';
import { scopeOf } from '@diemcau/service/auth/scope';
import { Clock } from '@diemcau/service/time/clock';
import { dayOf } from '@diemcau/service/time/vietnam-day';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { ownUnits, totalOf } from './own-units.js';

/**
 * From December on the year's report is owed by every unit that had a site in that year, as the roll-up counts; what was
 * begun or given back, at any time. $1 today, $2 own units, $3 and $4 from where reports are received
 */
const owed = `
  SELECT report.id AS "reportId", unit.unit_id AS "unitId", unit.unit_name AS "unitName", due.year, 'make' AS act,
    NULL AS comment
  FROM (SELECT extract(year FROM $1::date)::int - 1 AS year
        UNION ALL SELECT extract(year FROM $1::date)::int WHERE extract(month FROM $1::date) = 12) due
  CROSS JOIN LATERAL (
    SELECT site.unit_id, min(site.unit_name) AS unit_name FROM sites site
    WHERE site.unit_id = ANY ($2::uuid[]) AND site.state <> 'retired'
      AND site.created_at < ((due.year + 1) || '-01-01')::timestamp AT TIME ZONE 'Asia/Ho_Chi_Minh'
    GROUP BY site.unit_id) unit
  LEFT JOIN annual_reports report ON report.unit_id = unit.unit_id AND report.year = due.year
  WHERE report.id IS NULL
  UNION ALL
  SELECT id, unit_id, unit_name, year, CASE state WHEN 'returned' THEN 'correct' ELSE 'complete' END, return_reason
  FROM annual_reports WHERE state IN ('draft', 'returned') AND unit_id = ANY ($2::uuid[])
  UNION ALL
  SELECT id, unit_id, unit_name, year, 'receive', NULL
  FROM annual_reports
  WHERE state = 'submitted' AND (unit_path[:cardinality(unit_path) - 1] && $4::uuid[]
    OR cardinality(unit_path) = 1 AND unit_id = ANY ($3::uuid[]))`;

/** What units report upwards. */
@Injectable()
export class PapersOwedService {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly clock: Clock,
  ) {}

  async reports(caller: Caller): Promise<OwedReports> {
    const receiving = scopeOf(caller, 'reports.receive');
    const rows = await this.database.query<(OwedReport & { readonly total: number })[]>(
      `SELECT owed.*, owed.year || '-12-31' AS "dueOn", (count(*) OVER ())::int AS total FROM (${owed}) owed
       ORDER BY year, act = 'receive', "unitName", "unitId" LIMIT ${mostOwed}`,
      [dayOf(this.clock.now()), ownUnits(caller, 'reports.write'), receiving.exactly, receiving.below],
    );
    return { items: rows.map(({ total: _all, ...row }) => row), total: totalOf(rows) };
  }

  /** Past its deadline a review takes no answers, and is owed no more. */
  async reviews(caller: Caller): Promise<OwedReviews> {
    const rows = await this.database.query<(OwedReview & { readonly total: number })[]>(
      `SELECT a.id AS "answerId", a.unit_name AS "unitName", r.title, r.deadline::text AS "dueOn", a.state,
         (count(*) OVER ())::int AS total
       FROM review_answers a JOIN reviews r ON r.id = a.review_id
       WHERE r.state = 'open' AND r.deadline >= $1::date AND a.state <> 'submitted' AND a.unit_id = ANY ($2::uuid[])
       ORDER BY r.deadline, a.unit_name, a.id LIMIT ${mostOwed}`,
      [dayOf(this.clock.now()), ownUnits(caller, 'reports.write')],
    );
    return { items: rows.map(({ total: _all, ...row }) => row), total: totalOf(rows) };
  }
}

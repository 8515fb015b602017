import type { Caller } from '@diemcau/contracts/core/caller';
import {
  mostOwed,
  type OwedMaintenance,
  type OwedMaintenances,
  type OwedSite,
  type OwedSites,
} from '@diemcau/contracts/meetings/owed';
import { scopeOf, withinScope } from '@diemcau/service/auth/scope';
import { Clock } from '@diemcau/service/time/clock';
import { dayOf } from '@diemcau/service/time/vietnam-day';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { ownUnits, totalOf } from './own-units.js';

type Row = Omit<OwedSite, 'startsAt'> & { readonly startsAt: Date; readonly total: number };

/** What is due later is no work of today; the page of maintenance looks further ahead. */
const aheadDays = 7;

@Injectable()
export class SitesOwedService {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly clock: Clock,
  ) {}

  /** For who may take the site out of the meeting: who writes it. */
  async list(caller: Caller): Promise<OwedSites> {
    const { exactly, below } = scopeOf(caller, 'meetings.write');
    const rows = await this.database.query<Row[]>(
      `SELECT o.id AS "occurrenceId", site.id AS "siteId", site.name AS "siteName", o.title, o.starts_at AS "startsAt",
         CASE WHEN site.state = 'suspended' THEN site.suspended_reason END AS reason, (count(*) OVER ())::int AS total
       FROM sites site JOIN occurrence_sites os ON os.site_id = site.id JOIN occurrences o ON o.id = os.occurrence_id
       WHERE site.state IN ('suspended', 'retired') AND o.starts_at > $3
         AND o.state IN ('draft', 'pendingApproval', 'rejected', 'scheduled', 'checking') AND ${withinScope('o', 1)}
       ORDER BY o.starts_at, o.id, site.name LIMIT ${mostOwed}`,
      [exactly, below, this.clock.now()],
    );
    const items = rows.map(({ total: _all, startsAt, ...row }) => ({
      ...row,
      startsAt: startsAt.toISOString(),
    }));
    return { items, total: totalOf(rows) };
  }

  /** For who keeps the site: schedules by their day, things to be mended since they were told of (HB-6). */
  async maintenance(caller: Caller): Promise<OwedMaintenances> {
    const rows = await this.database.query<(OwedMaintenance & { readonly total: number })[]>(
      `SELECT w.kind, w.id, w.what, s.id AS "siteId", s.name AS "siteName", d.code AS "deviceCode", i.name AS "itemName",
         d.serial_no AS "serialNo", w.day::text AS day, w.kind = 'schedule' AND w.day < $1::date AS late,
         (count(*) OVER ())::int AS total
       FROM (SELECT 'schedule' AS kind, x.schedule_id AS id, x.what, v.site_id, x.device_id, x.due_on AS day
             FROM maintenance_dues x JOIN devices v ON v.id = x.device_id WHERE x.due_on <= $1::date + ${aheadDays}
             UNION ALL
             SELECT 'task', t.id, t.what, t.site_id, t.device_id, (t.opened_at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date
             FROM maintenance_tasks t WHERE t.state = 'open') w
         JOIN sites s ON s.id = w.site_id
         LEFT JOIN devices d ON d.id = w.device_id LEFT JOIN catalogue_items i ON i.id = d.item_id
       WHERE s.unit_id = ANY ($2::uuid[]) AND s.state <> 'retired'
       ORDER BY w.day, w.id, w.device_id LIMIT ${mostOwed}`,
      [dayOf(this.clock.now()), ownUnits(caller, 'sites.write')],
    );
    return { items: rows.map(({ total: _all, ...row }) => row), total: totalOf(rows) };
  }
}

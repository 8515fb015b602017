import type { Caller } from '@diemcau/contracts/core/caller';
import type { DueMaintenance, DuePage, DueQuery } from '@diemcau/contracts/meetings/maintenance';
import { scopeOf, withinScope } from '@diemcau/service/auth/scope';
import { pageOf, positionOf, wordPatterns } from '@diemcau/service/database/paging';
import { Clock } from '@diemcau/service/time/clock';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { dayOf } from '@diemcau/service/time/vietnam-day';

/** What is due within so many days is soon. */
const soonDays = 30;

/** Every device with every schedule that is for it. */
const dues = `
  SELECT m.schedule_id AS "scheduleId", d.id AS "deviceId", i.name AS "itemName", d.serial_no AS "serialNo", s.id AS "siteId",
    s.name AS "siteName", s.unit_name AS "unitName", m.what, m.every_months AS "everyMonths", m.last_done_on, m.due_on,
    s.unit_id, s.unit_path, i.search || ' ' || d.search || ' ' || s.search AS search
  FROM maintenance_dues m
  JOIN devices d ON d.id = m.device_id
  JOIN catalogue_items i ON i.id = d.item_id
  JOIN sites s ON s.id = d.site_id`;

/** By day, then by what; compared byte by byte. */
const sortKey = `(x.due_on::text || x."scheduleId") COLLATE "C"`;

@Injectable()
export class DueService {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly clock: Clock,
  ) {}

  async list(query: DueQuery, caller: Caller): Promise<DuePage> {
    const { limit = 50, siteId = null, unitId = null, state = null } = query;
    const scope = scopeOf(caller, 'sites.read');
    const matching = `FROM (${dues}) x
      WHERE ${withinScope('x', 1)} AND x.due_on <= $3::date + ${soonDays}
        AND ($4::uuid IS NULL OR x."siteId" = $4) AND ($5::uuid IS NULL OR x.unit_path @> ARRAY[$5::uuid])
        AND ($6::text IS NULL OR (x.due_on < $3::date) = ($6 = 'late')) AND x.search LIKE ALL ($7)`;
    const today = dayOf(this.clock.now());
    const values = [scope.exactly, scope.below, today, siteId, unitId, state, wordPatterns(query.q)];
    const after = positionOf(query.cursor);
    const [[count], rows] = await Promise.all([
      this.database.query<[{ total: number; late: number }]>(
        `SELECT count(*)::int AS total, (count(*) FILTER (WHERE x.due_on < $3::date))::int AS late ${matching}`,
        values,
      ),
      this.database.query<(DueMaintenance & { sortKey: string })[]>(
        `SELECT x."scheduleId", x."deviceId", x."itemName", x."serialNo", x."siteId", x."siteName", x."unitName", x.what,
           x."everyMonths", x.last_done_on::text AS "lastDoneOn", x.due_on::text AS "dueOn",
           CASE WHEN x.due_on < $3::date THEN 'late' ELSE 'soon' END AS state, ${sortKey} AS "sortKey"
         ${matching} AND ($8::text IS NULL OR (${sortKey}, x."deviceId") > ($8, $9::uuid))
         ORDER BY ${sortKey}, x."deviceId" LIMIT $10`,
        [...values, after?.key ?? null, after?.id ?? null, limit + 1],
      ),
    ]);
    const page = pageOf(rows, limit, ({ sortKey: key, deviceId }) => ({ key, id: deviceId }));
    return {
      items: page.items.map(({ sortKey: _key, ...due }) => due),
      nextCursor: page.nextCursor,
      ...count,
    };
  }
}

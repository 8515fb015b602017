import type { Caller } from '@diemcau/contracts/core/caller';
import type {
  DeviceOrder,
  DevicePage,
  DeviceQuery,
  MaintenanceStanding,
} from '@diemcau/contracts/meetings/equipment';
import { scopeOf, withinScope } from '@diemcau/service/auth/scope';
import { pageOf, positionOf, wordPatterns } from '@diemcau/service/database/paging';
import { Clock } from '@diemcau/service/time/clock';
import { dayOf } from '@diemcau/service/time/vietnam-day';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { deviceColumns, type DeviceRow, deviceTables, toDevice } from './device-row.js';

/** What is due within so many days, unless the caller says how many. */
const soonDays = 30;

/** What a device is, then its number. */
const whatItIs = `i.search || chr(1) || coalesce(d.serial_key, '')`;
/** Compared byte by byte. */
const sortKeys: Readonly<Record<DeviceOrder, string>> = {
  item: whatItIs,
  '-item': whatItIs,
  site: `s.search || chr(1) || ${whatItIs}`,
  '-site': `s.search || chr(1) || ${whatItIs}`,
  dueOn: `coalesce(due.first::text, '9999-12-31')`,
  // What has no day comes last either way.
  '-dueOn': `coalesce(due.first::text, '0000-00-00')`,
};

const firstDue = `LEFT JOIN LATERAL (SELECT min(x.due_on) AS first FROM maintenance_dues x WHERE x.device_id = d.id) due ON true`;
/** With today as `$9` and days to look ahead as `$10`. */
const standings: Readonly<Record<MaintenanceStanding, string>> = {
  late: 'due.first < $9::date',
  due: 'due.first <= $9::date + $10::int',
  unplanned: 'due.first IS NULL',
};

/** Devices of every site that the caller sees (TM-1c, HB-6). */
@Injectable()
export class DeviceListService {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly clock: Clock,
  ) {}

  async list(query: DeviceQuery, caller: Caller): Promise<DevicePage> {
    const { limit = 50, siteId = null, unitId = null, itemId = null, condition = null, maintenance } = query;
    const { state = 'active', withinDays = soonDays, sort = 'item' } = query;
    const scope = scopeOf(caller, 'sites.read');
    const needsDue = maintenance !== undefined || sort.endsWith('dueOn');
    const matching = `FROM ${deviceTables} ${needsDue ? firstDue : ''}
      WHERE ${withinScope('s', 1)} AND ($3::uuid IS NULL OR d.site_id = $3)
        AND ($4::uuid IS NULL OR s.unit_path @> ARRAY[$4::uuid]) AND ($5::uuid IS NULL OR d.item_id = $5)
        AND ($6::text IS NULL OR d.condition = $6) AND d.state = $7
        AND (i.search || ' ' || d.search || ' ' || s.search) LIKE ALL ($8)
        AND ($9::date IS NULL OR $10::int IS NULL OR ${maintenance ? standings[maintenance] : 'true'})`;
    const today = dayOf(this.clock.now());
    const chosen = [siteId, unitId, itemId, condition, state, wordPatterns(query.q), today, withinDays];
    const values = [scope.exactly, scope.below, ...chosen];
    const [beyond, direction] = sort.startsWith('-') ? ['<', 'DESC'] : ['>', 'ASC'];
    const key = `(${sortKeys[sort]}) COLLATE "C"`;
    const after = positionOf(query.cursor);
    const [[count], rows] = await Promise.all([
      this.database.query<[{ total: number }]>(`SELECT count(*)::int AS total ${matching}`, values),
      this.database.query<(DeviceRow & { sortKey: string })[]>(
        `SELECT ${deviceColumns}, ${key} AS "sortKey" ${matching}
           AND ($11::text IS NULL OR (${key}, d.id) ${beyond} ($11, $12::uuid))
         ORDER BY ${key} ${direction}, d.id ${direction} LIMIT $13`,
        [...values, after?.key ?? null, after?.id ?? null, limit + 1],
      ),
    ]);
    const { items, nextCursor } = pageOf(rows, limit, ({ sortKey, id }) => ({ key: sortKey, id }));
    const shown = items.map(({ sortKey: _key, ...row }) => toDevice(row));
    return { items: shown, nextCursor, total: count.total };
  }
}

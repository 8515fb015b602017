import type { Caller } from '@diemcau/contracts/core/caller';
import type { SiteEvent, SiteHistoryPage, SiteHistoryQuery } from '@diemcau/contracts/meetings/sites-history';
import { pageOf, positionOf } from '@diemcau/service/database/paging';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { OwnersService } from '../occurrences/owners.service.js';
import { SitesService } from './sites.service.js';

const deviceName = `concat_ws(' · ', i.name, d.serial_no)`;
const device = 'JOIN devices d ON d.id = x.device_id JOIN catalogue_items i ON i.id = d.item_id';
/** One row of another table under an id of its own kind. */
const idOf = (kind: string, of: string): string => `md5('${kind}' || ${of})::uuid`;

/** Of the site $1: id, at, by, kind, name, note, changes. */
const sources: readonly string[] = [
  'SELECT id, at, by_id, kind, name, note, changes FROM site_events WHERE site_id = $1',
  `SELECT ${idOf('came', 'x.id')}, x.at, x.by_id, 'deviceCame', ${deviceName}, x.reason, '[]'::jsonb
   FROM device_moves x ${device} WHERE x.to_site_id = $1`,
  `SELECT ${idOf('left', 'x.id')}, x.at, x.by_id, 'deviceLeft', ${deviceName}, x.reason, '[]'
   FROM device_moves x ${device} WHERE x.from_site_id = $1`,
  `SELECT x.id, x.recorded_at, x.by_id, 'maintained', ${deviceName}, x.what,
     jsonb_build_array(jsonb_build_object('field', 'result', 'from', NULL, 'to', x.result))
   FROM maintenance_entries x ${device} WHERE x.site_id = $1`,
  `SELECT ${idOf('opened', 'id')}, opened_at, opened_by, 'taskOpened', what, NULL, '[]'
   FROM maintenance_tasks WHERE site_id = $1`,
  `SELECT ${idOf('done', 'id')}, done_at, done_by, 'taskDone', what, result, '[]'
   FROM maintenance_tasks WHERE site_id = $1 AND state = 'done'`,
  `SELECT x.id, x.at, x.by_user_id, CASE WHEN x.passed THEN 'checkPassed' ELSE 'checkFailed' END, o.title, x.note, '[]'
   FROM device_tests x JOIN occurrences o ON o.id = x.occurrence_id WHERE x.site_id = $1`,
  `SELECT ${idOf('closed', 'x.occurrence_id')}, x.at, x.by_user_id, 'closed', o.title, x.note,
     jsonb_build_array(jsonb_build_object('field', 'faults', 'from', NULL, 'to', x.faults::text))
   FROM closing_checks x JOIN occurrences o ON o.id = x.occurrence_id WHERE x.site_id = $1`,
];

const isInstant = (key: string): boolean =>
  /^[12]\d{3}-\d\d-\d\dT/.test(key) && !Number.isNaN(Date.parse(key));

/** Who changed what at a site, what checks found there. */
@Injectable()
export class SiteHistoryService {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly sites: SitesService,
    private readonly owners: OwnersService,
  ) {}

  /** @throws Failure `sites.notFound` */
  async of({ siteId, limit = 50, cursor }: SiteHistoryQuery, caller: Caller): Promise<SiteHistoryPage> {
    await this.sites.allowing(caller, 'sites.read', siteId);
    const after = positionOf(cursor, isInstant);
    const rows = await this.database.query<(Omit<SiteEvent, 'at' | 'byName'> & { at: Date })[]>(
      `SELECT id, at, by_id AS "byUserId", kind, name, note, changes
       FROM (SELECT id, date_trunc('milliseconds', at) AS at, by_id, kind, name, note, changes
             FROM (${sources.join(' UNION ALL ')}) AS told) AS x
       WHERE $2::timestamptz IS NULL OR (at, id) < ($2, $3::uuid) ORDER BY at DESC, id DESC LIMIT $4`,
      [siteId, after?.key ?? null, after?.id ?? null, limit + 1],
    );
    const { items, nextCursor } = pageOf(rows, limit, ({ at, id }) => ({ key: at.toISOString(), id }));
    const names = await this.owners.names(items.flatMap(({ byUserId }) => byUserId ?? []));
    const shown = items.map((row) => ({
      ...row,
      at: row.at.toISOString(),
      byName: (row.byUserId && names.get(row.byUserId)) ?? null,
    }));
    return { items: shown, nextCursor };
  }
}

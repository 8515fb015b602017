import type { Caller } from '@diemcau/contracts/core/caller';
import type { Site, SiteOperator, SitePage, SiteQuery } from '@diemcau/contracts/meetings/sites';
import { scopeOf, withinScope } from '@diemcau/service/auth/scope';
import { pageOf, positionOf, wordPatterns } from '@diemcau/service/database/paging';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { siteColumns, type SiteRow, toLine, toSite } from './site-row.js';
import { SitesService } from './sites.service.js';

/** By unit, then by name. */
const order = `(s.unit_name || chr(1) || s.name) COLLATE "C"`;

@Injectable()
export class SiteReadingService {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly sites: SitesService,
  ) {}

  async list(query: SiteQuery, caller: Caller): Promise<SitePage> {
    const { limit = 50, unitId = null, state = null, scoreTo = null, includeRetired = false } = query;
    const scope = scopeOf(caller, 'sites.read');
    const matching = `FROM sites s WHERE ${withinScope('s', 1)}
      AND ($3::uuid IS NULL OR s.unit_path @> ARRAY[$3::uuid]) AND ($4::text IS NULL OR s.state = $4)
      AND ($5::int IS NULL OR coalesce(s.score, 0) <= $5) AND ($6 OR $4 = 'retired' OR s.state <> 'retired')
      AND s.search LIKE ALL ($7)`;
    const values = [
      scope.exactly,
      scope.below,
      unitId,
      state,
      scoreTo,
      includeRetired,
      wordPatterns(query.q),
    ];
    const after = positionOf(query.cursor);
    const [[count], rows] = await Promise.all([
      this.database.query<[{ total: number }]>(`SELECT count(*)::int AS total ${matching}`, values),
      this.database.query<(SiteRow & { key: string })[]>(
        `SELECT ${siteColumns}, ${order} AS key ${matching}
           AND ($8::text IS NULL OR (${order}, s.id) > ($8, $9::uuid)) ORDER BY ${order}, s.id LIMIT $10`,
        [...values, after?.key ?? null, after?.id ?? null, limit + 1],
      ),
    ]);
    const { items, nextCursor } = pageOf(rows, limit, ({ key, id }) => ({ key, id }));
    return { items: items.map(toLine), nextCursor, total: count.total };
  }

  /** @throws Failure `sites.notFound` */
  async find(siteId: string, caller: Caller): Promise<Site> {
    return this.whole(await this.sites.allowing(caller, 'sites.read', siteId));
  }

  /** For whoever just changed it. */
  async known(siteId: string): Promise<Site> {
    const [site] = await this.database.query<[SiteRow]>(`SELECT ${siteColumns} FROM sites s WHERE id = $1`, [
      siteId,
    ]);
    return this.whole(site);
  }

  private async whole(site: SiteRow): Promise<Site> {
    const operators = await this.database.query<SiteOperator[]>(
      `SELECT entry_id AS "entryId", user_id AS "userId", name, phone, duties, until::text FROM site_operators
       WHERE site_id = $1 ORDER BY position`,
      [site.id],
    );
    return toSite(site, operators);
  }
}

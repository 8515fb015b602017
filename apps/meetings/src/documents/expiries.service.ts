import type { Caller } from '@diemcau/contracts/core/caller';
import type { Expiry, ExpiryPage, ExpiryQuery } from '@diemcau/contracts/meetings/expiries';
import { scopeOf, withinScope } from '@diemcau/service/auth/scope';
import { pageOf, positionOf, wordPatterns } from '@diemcau/service/database/paging';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { ChecklistsService } from '../readiness/checklists.service.js';
import { SiteStandingService } from '../sites/standing.service.js';

type ExpiryRow = Expiry & { readonly provinceId: string };

/**
 * A paper that another of its kind has taken over from is not missed any more; of `other` papers nobody knows. An answer counts
 * while it says that the point is passed or excused.
 */
const ending = `
  SELECT d.id, d.site_id, 'document' AS kind, d.kind AS "documentKind", d.title AS name, d.valid_to AS ends
  FROM site_documents d WHERE d.valid_to IS NOT NULL AND NOT EXISTS (SELECT FROM site_documents n
    WHERE n.site_id = d.site_id AND n.kind = d.kind AND d.kind <> 'other' AND n.id <> d.id
      AND coalesce(n.valid_to, 'infinity') > d.valid_to)
  UNION ALL
  SELECT md5(a.site_id || a.key)::uuid, a.site_id, CASE a.result WHEN 'waived' THEN 'waiver' ELSE 'readiness' END, NULL,
    a.key, a.expires_on
  FROM readiness_answers a WHERE a.expires_on IS NOT NULL AND a.result IN ('pass', 'waived')`;

/** What has to be renewed at which site, and by when (DA-1b, DA-1c). */
@Injectable()
export class ExpiriesService {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly standing: SiteStandingService,
    private readonly checklists: ChecklistsService,
  ) {}

  async list(query: ExpiryQuery, caller: Caller): Promise<ExpiryPage> {
    const { limit = 50, unitId = null, kind = null, withinDays = 60 } = query;
    const scope = scopeOf(caller, 'sites.read');
    const after = positionOf(query.cursor);
    const matching = `FROM (${ending}) x JOIN sites s ON s.id = x.site_id
      WHERE ${withinScope('s', 1)} AND s.state <> 'retired' AND x.ends <= $3::date + $4::int
        AND ($5::uuid IS NULL OR s.unit_path @> ARRAY[$5::uuid]) AND ($6::text IS NULL OR x.kind = $6)
        AND s.search LIKE ALL ($7)`;
    const chosen = [this.standing.today(), withinDays, unitId, kind, wordPatterns(query.q)];
    const values = [scope.exactly, scope.below, ...chosen];
    const [[count], rows] = await Promise.all([
      this.database.query<[{ total: number; expired: number }]>(
        `SELECT count(*)::int AS total, (count(*) FILTER (WHERE x.ends < $3::date))::int AS expired ${matching}`,
        values,
      ),
      this.database.query<ExpiryRow[]>(
        `SELECT x.id, x.site_id AS "siteId", s.name AS "siteName", s.unit_name AS "unitName", x.kind, x."documentKind",
           x.name, x.ends::text AS "endsOn", CASE WHEN x.ends < $3::date THEN 'expired' ELSE 'expiring' END AS state,
           s.unit_path[1] AS "provinceId" ${matching}
           AND ($8::text IS NULL OR (x.ends::text COLLATE "C", x.id) > ($8, $9::uuid))
         ORDER BY x.ends::text COLLATE "C", x.id LIMIT $10`,
        [...values, after?.key ?? null, after?.id ?? null, limit + 1],
      ),
    ]);
    const { items, nextCursor } = pageOf(rows, limit, ({ endsOn, id }) => ({ key: endsOn, id }));
    const names = await this.pointsOf(new Set(items.map(({ provinceId }) => provinceId)));
    const shown = items.map(({ provinceId, ...one }) => ({
      ...one,
      name: one.kind === 'document' ? one.name : (names.get(`${provinceId} ${one.name}`) ?? one.name),
    }));
    return { items: shown, nextCursor, ...count };
  }

  /** What provinces call the points of their checklists. */
  private async pointsOf(provinceIds: ReadonlySet<string>): Promise<Map<string, string>> {
    const names = new Map<string, string>();
    for (const provinceId of provinceIds) {
      const { items } = await this.checklists.of(this.database.manager, provinceId);
      for (const { key, nameVi } of items) names.set(`${provinceId} ${key}`, nameVi);
    }
    return names;
  }
}

import type { Caller } from '@diemcau/contracts/core/caller';
import type { PlanStatus, PlanStatusPage, PlanStatusQuery } from '@diemcau/contracts/meetings/site-documents';
import { scopeOf, withinScope } from '@diemcau/service/auth/scope';
import { pageOf, positionOf, wordPatterns } from '@diemcau/service/database/paging';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { SiteStandingService } from '../sites/standing.service.js';
import { expiringDays } from './document-row.js';

const order = `(s.unit_name || chr(1) || s.name) COLLATE "C"`;

/** The paper of a kind that holds today, or else the one that held last. `$3`: today */
const latest = (kind: string, as: string): string => `LEFT JOIN LATERAL (
  SELECT valid_to, reported_to, reported_on, CASE
    WHEN valid_to < $3::date THEN 'expired' WHEN valid_to <= $3::date + ${expiringDays} THEN 'expiring'
    ELSE 'valid' END AS standing
  FROM site_documents WHERE site_id = s.id AND kind = '${kind}' AND valid_from <= $3::date
  ORDER BY coalesce(valid_to, '2999-12-31') DESC, id LIMIT 1) ${as} ON true`;

/** How sites stand with their plans (DA-1). */
@Injectable()
export class PlanStatusService {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly standing: SiteStandingService,
  ) {}

  async list(query: PlanStatusQuery, caller: Caller): Promise<PlanStatusPage> {
    const { limit = 50, unitId = null } = query;
    const { exactly, below } = scopeOf(caller, 'sites.read');
    const after = positionOf(query.cursor);
    const rows = await this.database.query<(PlanStatus & { key: string })[]>(
      `SELECT s.id AS "siteId", s.name AS "siteName", s.unit_name AS "unitName",
         coalesce(m.standing, 'missing') AS "managementPlan", m.valid_to::text AS "managementPlanTo",
         coalesce(p.standing, 'missing') AS "securityPlan", p.valid_to::text AS "securityPlanTo",
         m.reported_on::text AS "reportedOn", m.reported_to AS "reportedTo", ${order} AS key
       FROM sites s ${latest('managementPlan', 'm')} ${latest('securityPlan', 'p')}
       WHERE ${withinScope('s', 1)} AND s.state <> 'retired' AND ($4::uuid IS NULL OR s.unit_path @> ARRAY[$4::uuid])
         AND s.search LIKE ALL ($5) AND ($6::text IS NULL OR (${order}, s.id) > ($6, $7::uuid))
       ORDER BY ${order}, s.id LIMIT $8`,
      [
        exactly,
        below,
        this.standing.today(),
        unitId,
        wordPatterns(query.q),
        after?.key ?? null,
        after?.id ?? null,
        limit + 1,
      ],
    );
    const { items, nextCursor } = pageOf(rows, limit, ({ key, siteId }) => ({ key, id: siteId }));
    return { items: items.map(({ key: _key, ...line }) => line), nextCursor };
  }
}

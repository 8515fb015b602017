import type { Caller } from '@diemcau/contracts/core/caller';
import { mostShown, type OverviewCampaigns, type OverviewSite } from '@diemcau/contracts/meetings/overview';
import { scopeOf, withinScope } from '@diemcau/service/auth/scope';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { checksOfSites, isRed, standingFigures } from './standing.sql.js';

type Row = Omit<OverviewSite, 'startsAt'> & { readonly startsAt: Date };

/**
 * Sites of meetings whose checks were opened and that have not begun ($3): those whose unit the caller ($1, $2) reads, and
 * all of a meeting whose unit the caller reads, as the board shows them; of unit $4 or below.
 */
const sites = `FROM check_campaigns p JOIN occurrences o ON o.id = p.occurrence_id
  JOIN occurrence_sites os ON os.occurrence_id = o.id JOIN sites site ON site.id = os.site_id ${checksOfSites}
  WHERE o.state IN ('scheduled', 'checking') AND o.starts_at > $3
    AND (${withinScope('o', 1)} OR ${withinScope('site', 1)})
    AND ($4::uuid IS NULL OR o.unit_path @> ARRAY[$4::uuid] OR site.unit_path @> ARRAY[$4::uuid])`;

/** Connection checks that are going on (HB-8.2). */
@Injectable()
export class CampaignsSeenService {
  constructor(@InjectDataSource() private readonly database: DataSource) {}

  async of(
    { now, unitId }: { readonly now: Date; readonly unitId: string | null },
    caller: Caller,
  ): Promise<OverviewCampaigns> {
    const { exactly, below } = scopeOf(caller, 'meetings.read');
    const values = [exactly, below, now, unitId];
    const [[figures], items] = await Promise.all([
      this.database.query<[Omit<OverviewCampaigns, 'items'>]>(
        `SELECT count(DISTINCT o.id)::int AS meetings, ${standingFigures} ${sites}`,
        values,
      ),
      this.database.query<Row[]>(
        `SELECT o.id AS "occurrenceId", site.id AS "siteId", site.name AS "siteName", site.unit_name AS "unitName",
           os.role, CASE WHEN ${isRed()} THEN 'red' ELSE 'silent' END AS state, o.title, o.starts_at AS "startsAt"
         ${sites} AND c.passed IS NOT TRUE
         ORDER BY o.starts_at, o.id, array_position(ARRAY['main', 'standby', 'member'], os.role), site.name, site.id
         LIMIT ${mostShown.sites}`,
        values,
      ),
    ]);
    return { ...figures, items: items.map((row) => ({ ...row, startsAt: row.startsAt.toISOString() })) };
  }
}

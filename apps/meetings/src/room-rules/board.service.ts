import type { Caller } from '@diemcau/contracts/core/caller';
import { Failure } from '@diemcau/contracts/core/failure';
import {
  type RulesBoard,
  type RulesBoardLine,
  type RulesBoardQuery,
  rulesErrors,
} from '@diemcau/contracts/meetings/room-rules';
import { scopeOf, withinScope } from '@diemcau/service/auth/scope';
import { pageOf, positionOf, wordPatterns } from '@diemcau/service/database/paging';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { rulesAtSite } from './rules-row.js';

const order = `(s.unit_name || chr(1) || s.name) COLLATE "C"`;
/** Names and instants as JSON, the first first. */
const acknowledged = `(SELECT coalesce(jsonb_agg(jsonb_build_object('userId', a.user_id, 'name', a.name,
    'at', to_char(a.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) ORDER BY a.at), '[]')
  FROM (SELECT * FROM rules_acknowledgements WHERE rules_id = $3 AND site_id = s.id ORDER BY at LIMIT 200) a)`;
const someone = 'EXISTS (SELECT FROM rules_acknowledgements a WHERE a.rules_id = $3 AND a.site_id = s.id)';

/** Where the rules were read, and where not. */
@Injectable()
export class RulesBoardService {
  constructor(@InjectDataSource() private readonly database: DataSource) {}

  /** @throws Failure `roomRules.notFound`, also where they hold at no site the caller sees */
  async board(query: RulesBoardQuery, caller: Caller): Promise<RulesBoard> {
    const { limit = 50, rulesId, missing = false } = query;
    const { exactly, below } = scopeOf(caller, 'sites.read');
    const holding = `FROM sites s WHERE ${withinScope('s', 1)} AND s.state <> 'retired' AND ${rulesAtSite} = $3`;
    const after = positionOf(query.cursor);
    const [[counts], rows] = await Promise.all([
      this.database.query<[{ sites: number; acknowledged: number }]>(
        `SELECT count(*)::int AS sites, (count(*) FILTER (WHERE ${someone}))::int AS acknowledged ${holding}`,
        [exactly, below, rulesId],
      ),
      this.database.query<(RulesBoardLine & { key: string })[]>(
        `SELECT s.id AS "siteId", s.name AS "siteName", s.unit_name AS "unitName", ${acknowledged} AS acknowledged,
           ${order} AS key
         ${holding} AND NOT ($4 AND ${someone}) AND s.search LIKE ALL ($5)
           AND ($6::text IS NULL OR (${order}, s.id) > ($6, $7::uuid)) ORDER BY ${order}, s.id LIMIT $8`,
        [
          exactly,
          below,
          rulesId,
          missing,
          wordPatterns(query.q),
          after?.key ?? null,
          after?.id ?? null,
          limit + 1,
        ],
      ),
    ]);
    if (counts.sites === 0 && !(await this.published(rulesId, exactly, below))) {
      throw new Failure(rulesErrors.notFound, { rulesId });
    }
    const { items, nextCursor } = pageOf(rows, limit, ({ key, siteId }) => ({ key, id: siteId }));
    return { items: items.map(({ key: _key, ...line }) => line), nextCursor, ...counts };
  }

  private async published(rulesId: string, exactly: string[], below: string[]): Promise<boolean> {
    const rows = await this.database.query<unknown[]>(
      `SELECT FROM room_rules r WHERE ${withinScope('r', 1)} AND r.id = $3`,
      [exactly, below, rulesId],
    );
    return rows.length > 0;
  }
}

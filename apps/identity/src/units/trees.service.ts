import type { Caller } from '@diemcau/contracts/core/caller';
import type { Unit, UnitPage, UnitQuery } from '@diemcau/contracts/identity/units';
import { pageOf, positionOf, wordPatterns } from '@diemcau/service/database/paging';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { scopeOf } from './scope.js';

interface Row extends Unit {
  readonly search: string;
}

/** What was valid on the day $1, of units that are seen now: whoever takes a province over sees its past too. */
const matching = `unit_versions v JOIN units u ON u.id = v.unit_id
  WHERE v.valid_from <= $1 AND (v.valid_to IS NULL OR v.valid_to > $1)
    AND ($2::uuid[] IS NULL OR u.province_id IN (SELECT province_id FROM units WHERE id = ANY ($2)))
    AND ($3::uuid IS NULL OR v.parent_id = $3) AND ($4::text IS NULL OR v.type = $4) AND v.state = ANY ($5)
    AND v.search LIKE ALL ($6)`;

/** The tree of units on any day, past or planned. */
@Injectable()
export class TreesService {
  constructor(@InjectDataSource() private readonly database: DataSource) {}

  /** Sorted by the name of that day, accents apart. */
  async list(query: UnitQuery & { readonly on: string }, caller: Caller): Promise<UnitPage> {
    const { limit = 50, on, state, includeClosed = false } = query;
    const scope = scopeOf(caller);
    const after = positionOf(query.cursor);
    const states = state === undefined ? ['active', ...(includeClosed ? ['closed'] : [])] : [state];
    const values = [
      on,
      scope === 'everything' ? null : scope,
      query.parentId,
      query.type,
      states,
      wordPatterns(query.q),
    ];
    const [[counted], rows] = await Promise.all([
      this.database.query<[{ total: number }]>(`SELECT count(*)::int AS total FROM ${matching}`, values),
      this.database.query<Row[]>(
        `WITH page AS (
           SELECT v.*, u.valid_from AS founded_on, u.valid_to AS closed_on, u.version
           FROM ${matching} AND ($7::text IS NULL OR (v.search, v.unit_id) > ($7, $8::uuid))
           ORDER BY v.search, v.unit_id LIMIT $9)
         SELECT unit_id AS id, parent_id AS "parentId", type, name, code, state, search,
                founded_on::text AS "validFrom", closed_on::text AS "validTo", version, climbed.path
         FROM page CROSS JOIN LATERAL (
           WITH RECURSIVE up AS (
             SELECT page.unit_id AS id, page.parent_id, 1 AS step
             UNION ALL
             SELECT above.unit_id, above.parent_id, step + 1 FROM up JOIN unit_versions above
               ON above.unit_id = up.parent_id AND above.valid_from <= $1
                 AND (above.valid_to IS NULL OR above.valid_to > $1)
             WHERE step < 20)
           SELECT array_agg(id ORDER BY step DESC) AS path FROM up) climbed
         ORDER BY search, unit_id`,
        [...values, after?.key, after?.id, limit + 1],
      ),
    ]);
    const { items, nextCursor } = pageOf(rows, limit, ({ search, id }) => ({ key: search, id }));
    return { items: items.map(({ search: _search, ...unit }) => unit), nextCursor, total: counted.total };
  }
}

import { type Caller, grantsOf } from '@diemcau/contracts/core/caller';
import { commonFailures, Failure } from '@diemcau/contracts/core/failure';
import type { GrantPage, GrantQuery } from '@diemcau/contracts/identity/grants';
import { pageOf, positionOf, wordPatterns } from '@diemcau/service/database/paging';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { grantColumns, type GrantRow, grantTables, notOver, toRecord } from './grant-row.js';

const inState: Record<NonNullable<GrantQuery['state']>, string> = {
  current: `${notOver} AND g.valid_from <= now()`,
  upcoming: `${notOver} AND g.valid_from > now()`,
  past: `NOT (${notOver})`,
  all: 'true',
};

/** Of the caller's roles, to somebody else. */
const isLent = '(g.delegated_from IS NOT NULL AND g.granted_by = $1)';

/** Who holds what, as far as the caller may see. */
@Injectable()
export class GrantsService {
  constructor(@InjectDataSource() private readonly database: DataSource) {}

  async list(query: GrantQuery, caller: Caller): Promise<GrantPage> {
    if (caller.kind !== 'user' && caller.kind !== 'key') throw new Failure(commonFailures.signInNeeded);
    const { limit = 50, userId = null, unitId = null, role = null, state = 'current', lent = false } = query;
    const reading = grantsOf(caller, 'grants.read');
    const matching = `FROM ${grantTables}
      WHERE (g.user_id = $1 OR ${isLent} OR g.unit_id = ANY ($2) OR unit.path && $3)
        AND ($4::uuid IS NULL OR g.user_id = $4) AND ($5::uuid IS NULL OR unit.path @> ARRAY[$5])
        AND ($6::text IS NULL OR g.role = $6) AND u.search LIKE ALL ($7) AND ${inState[state]}${lent ? ` AND ${isLent}` : ''}`;
    const values = [
      caller.kind === 'user' ? caller.userId : null,
      reading.map((grant) => grant.unitId),
      reading.filter(({ subtree }) => subtree).map((grant) => grant.unitId),
      userId,
      unitId,
      role,
      wordPatterns(query.q),
    ];
    const after = positionOf(query.cursor);
    const [[count], rows] = await Promise.all([
      this.database.query<[{ total: number }]>(`SELECT count(*)::int AS total ${matching}`, values),
      this.database.query<GrantRow[]>(
        `SELECT ${grantColumns} ${matching} AND ($8::text IS NULL OR (u.sort_name, g.id) > ($8, $9))
         ORDER BY u.sort_name, g.id LIMIT $10`,
        [...values, after?.key ?? null, after?.id ?? null, limit + 1],
      ),
    ]);
    const { items, nextCursor } = pageOf(rows, limit, ({ sortName, id }) => ({ key: sortName, id }));
    return { items: items.map(toRecord), nextCursor, total: count.total };
  }
}

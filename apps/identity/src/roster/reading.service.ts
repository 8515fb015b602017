import type { Caller } from '@diemcau/contracts/core/caller';
import { Failure } from '@diemcau/contracts/core/failure';
import {
  type MissingOperators,
  type MissingOperatorsQuery,
  type RosterEntry,
  rosterErrors,
  type RosterPage,
  type RosterQuery,
  type UnitWithoutOperator,
} from '@diemcau/contracts/identity/roster';
import { pageOf, positionOf, wordPatterns } from '@diemcau/service/database/paging';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { StandingService } from '../users/standing.service.js';
import { rosterColumns, type RosterRow, rosterTables, sortKey, toEntry } from './roster-rows.js';

/** `$1`: every province; `$2`: units of the provinces that the caller sees whole (HB-10.3: visible to all units). */
const inProvinces = `($1 OR unit.province_id IN (SELECT province_id FROM units WHERE id = ANY ($2)))`;
const today = `(now() AT TIME ZONE 'Asia/Ho_Chi_Minh')::date`;
/** Whoever has left runs nothing any more, whatever the entry says; nor does anybody in a unit that is no more. */
const runsOn = (day: string): string =>
  `(daterange(e.since, e.until, '[]') @> ${day} AND (u.state IS DISTINCT FROM 'disabled' OR ${day} < ${today})
    AND (unit.valid_to IS NULL OR unit.valid_to > ${day}))`;
/** Part of another unit, or of nobody's: these have no site of their own. */
const withoutSites = `('division', 'partner')`;

@Injectable()
export class RosterReadingService {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly standing: StandingService,
  ) {}

  async list(query: RosterQuery, caller: Caller): Promise<RosterPage> {
    const { limit = 50, unitId = null, on = null, history = false } = query;
    const matching = `FROM ${rosterTables}
      WHERE ${inProvinces} AND ($3::uuid IS NULL OR unit.path @> ARRAY[$3::uuid])
        AND ($4 OR ${runsOn(`coalesce($5::date, ${today})`)})
        AND (unit.search || ' ' || coalesce(u.search, '') || ' ' || e.search) LIKE ALL ($6)`;
    const values = [...this.provinces(caller), unitId, history, on, wordPatterns(query.q)];
    const after = positionOf(query.cursor);
    const [[count], rows] = await Promise.all([
      this.database.query<[{ total: number }]>(`SELECT count(*)::int AS total ${matching}`, values),
      this.database.query<RosterRow[]>(
        `SELECT ${rosterColumns} ${matching} AND ($7::text IS NULL OR (${sortKey}, e.id) > ($7, $8::uuid))
         ORDER BY ${sortKey}, e.id LIMIT $9`,
        [...values, after?.key ?? null, after?.id ?? null, limit + 1],
      ),
    ]);
    const { items, nextCursor } = pageOf(rows, limit, ({ sortKey: key, id }) => ({ key, id }));
    return { items: items.map(toEntry), nextCursor, total: count.total };
  }

  async missing(query: MissingOperatorsQuery, caller: Caller): Promise<MissingOperators> {
    const { limit = 50, unitId = null, on = null } = query;
    const matching = `FROM units unit
      WHERE ${inProvinces} AND ($3::uuid IS NULL OR unit.path @> ARRAY[$3::uuid])
        AND unit.state = 'active' AND unit.type NOT IN ${withoutSites} AND unit.search LIKE ALL ($5)
        AND NOT EXISTS (SELECT FROM roster_entries e LEFT JOIN users u ON u.id = e.user_id
          WHERE e.unit_id = unit.id AND ${runsOn(`coalesce($4::date, ${today})`)})`;
    const values = [...this.provinces(caller), unitId, on, wordPatterns(query.q)];
    const after = positionOf(query.cursor);
    const [[count], rows] = await Promise.all([
      this.database.query<[{ total: number }]>(`SELECT count(*)::int AS total ${matching}`, values),
      this.database.query<(UnitWithoutOperator & { search: string })[]>(
        `SELECT unit.id, unit.name, unit.code, unit.search ${matching}
           AND ($6::text IS NULL OR (unit.search COLLATE "C", unit.id) > ($6, $7::uuid))
         ORDER BY unit.search COLLATE "C", unit.id LIMIT $8`,
        [...values, after?.key ?? null, after?.id ?? null, limit + 1],
      ),
    ]);
    const { items, nextCursor } = pageOf(rows, limit, ({ search, id }) => ({ key: search, id }));
    return { items: items.map(({ search: _search, ...unit }) => unit), nextCursor, total: count.total };
  }

  /** @throws Failure `roster.notFound`, also for another province's */
  async find(entryId: string, caller: Caller): Promise<RosterEntry> {
    const [row] = await this.database.query<RosterRow[]>(
      `SELECT ${rosterColumns} FROM ${rosterTables} WHERE ${inProvinces} AND e.id = $3`,
      [...this.provinces(caller), entryId],
    );
    if (!row) throw new Failure(rosterErrors.notFound, { entryId });
    return toEntry(row);
  }

  /** For whoever just changed it. */
  async known(entryId: string): Promise<RosterEntry> {
    return this.find(entryId, { kind: 'service', name: 'identity' });
  }

  private provinces(caller: Caller): [everything: boolean, units: readonly string[]] {
    const [everything, units] = this.standing.reach(caller, 'roster.read');
    return [everything, units];
  }
}

import { type Caller, mayOn } from '@diemcau/contracts/core/caller';
import { commonFailures, Failure } from '@diemcau/contracts/core/failure';
import type { Permission } from '@diemcau/contracts/identity/permissions';
import type {
  DateChoice,
  Series,
  SeriesLine,
  SeriesPage,
  SeriesQuery,
} from '@diemcau/contracts/meetings/series';
import { seriesErrors } from '@diemcau/contracts/meetings/series-errors';
import { scopeOf, withinScope } from '@diemcau/service/auth/scope';
import { pageOf, positionOf, wordPatterns } from '@diemcau/service/database/paging';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import {
  frozenLine,
  lineColumns,
  type OpenRow,
  seriesColumns,
  type SeriesRow,
  seriesTables,
  toDto,
  toLine,
  toListed,
} from './series-row.js';

/** Which series there are, as far as the caller may read them. */
@Injectable()
export class SeriesService {
  constructor(@InjectDataSource() private readonly database: DataSource) {}

  /** By title. */
  async list(query: SeriesQuery, caller: Caller): Promise<SeriesPage> {
    const {
      limit = 50,
      unitId = null,
      planId = null,
      state = null,
      kind = null,
      level = null,
      outsidePlans = null,
    } = query;
    const scope = scopeOf(caller, 'meetings.read');
    const matching = `FROM series
      WHERE ${withinScope('series', 1)} AND ($3::uuid IS NULL OR series.unit_path @> ARRAY[$3::uuid])
        AND ($4::uuid IS NULL OR series.plan_id = $4) AND ($5::text IS NULL OR series.state = $5)
        AND ($6::text IS NULL OR series.kind = $6) AND series.search LIKE ALL ($7)
        AND ($8::bool IS NULL OR (series.plan_id IS NULL) = $8) AND ($9::text IS NULL OR series.level = $9)`;
    const words = wordPatterns(query.q);
    const values = [scope.exactly, scope.below, unitId, planId, state, kind, words, outsidePlans, level];
    const after = positionOf(query.cursor);
    const [[count], rows] = await Promise.all([
      this.database.query<[{ total: number }]>(`SELECT count(*)::int AS total ${matching}`, values),
      this.database.query<OpenRow[]>(
        `SELECT ${lineColumns}, series.author_id AS "authorId" ${matching}
           AND ($10::text IS NULL OR (series.title, series.id) > ($10, $11::uuid))
         ORDER BY series.title, series.id LIMIT $12`,
        [...values, after?.key ?? null, after?.id ?? null, limit + 1],
      ),
    ]);
    const page = pageOf(rows, limit, ({ title, id }) => ({ key: title, id }));
    const items = page.items.map((row) => toListed(row, caller));
    return { items, nextCursor: page.nextCursor, total: count.total };
  }

  async find(seriesId: string, caller: Caller): Promise<Series> {
    const row = await this.allowing(caller, 'meetings.read', seriesId);
    return toDto(row, await choicesOf(this.database.manager, seriesId), caller);
  }

  /** Of plans: as they are now, by title. */
  async ofPlan(planId: string, manager: EntityManager = this.database.manager): Promise<SeriesRow[]> {
    return manager.query<SeriesRow[]>(
      `SELECT ${seriesColumns} FROM ${seriesTables} WHERE series.plan_id = $1 ORDER BY series.title, series.id`,
      [planId],
    );
  }

  async linesOf(planId: string): Promise<SeriesLine[]> {
    return (await this.ofPlan(planId)).map(toLine);
  }

  /** As they are kept for good once the plan is approved: with their templates, although lists do not show these. */
  async frozenOf(planId: string, manager: EntityManager): Promise<object[]> {
    return (await this.ofPlan(planId, manager)).map(frozenLine);
  }

  /** @throws Failure `series.notFound` also for what the caller may not read; `common.notAllowed` */
  async allowing(caller: Caller, permission: Permission, seriesId: string): Promise<SeriesRow> {
    return allowed(this.database.manager, caller, permission, seriesId, '');
  }

  /**
   * As {@link allowing}; until the transaction ends nobody else changes the series.
   * @param version that the caller read
   * @throws Failure `series.changedMeanwhile` too
   */
  async hold(
    manager: EntityManager,
    caller: Caller,
    permission: Permission,
    seriesId: string,
    version?: number,
  ): Promise<SeriesRow> {
    const row = await allowed(manager, caller, permission, seriesId, 'FOR NO KEY UPDATE OF series');
    if (version !== undefined && row.version !== version) {
      throw new Failure(seriesErrors.changedMeanwhile, { version: row.version });
    }
    return row;
  }
}

async function allowed(
  manager: EntityManager,
  caller: Caller,
  permission: Permission,
  seriesId: string,
  lock: string,
): Promise<SeriesRow> {
  const [row] = await manager.query<SeriesRow[]>(
    `SELECT ${seriesColumns} FROM ${seriesTables} WHERE series.id = $1 ${lock}`,
    [seriesId],
  );
  const sees =
    row && (mayOn(caller, permission, row.unitPath) || mayOn(caller, 'meetings.read', row.unitPath));
  if (!sees) throw new Failure(seriesErrors.notFound, { seriesId });
  if (!mayOn(caller, permission, row.unitPath)) throw new Failure(commonFailures.notAllowed);
  return row;
}

export const choicesOf = (manager: EntityManager, seriesId: string): Promise<DateChoice[]> =>
  manager.query<DateChoice[]>(
    `SELECT nominal::text, choice, day::text, to_char(starts_at, 'HH24:MI') AS "startsAt", note
     FROM series_choices WHERE series_id = $1 ORDER BY series_choices.nominal`,
    [seriesId],
  );

import { type Caller, mayOn } from '@diemcau/contracts/core/caller';
import { commonFailures, Failure } from '@diemcau/contracts/core/failure';
import {
  type TrialBoard,
  type TrialBoardQuery,
  trialErrors,
  type TrialPage,
  type TrialQuery,
  type TrialUnit,
} from '@diemcau/contracts/meetings/trials';
import { scopeOf, withinScope } from '@diemcau/service/auth/scope';
import { foldedSql } from '@diemcau/service/database/folded-sql';
import { pageOf, positionOf, wordPatterns } from '@diemcau/service/database/paging';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { testJson, toTest } from '../checks/device-tests.service.js';
import { isPlaced, place, placeOf, plainName } from './board.js';
import { toTrial, type TrialRow, trialSql } from './trial-row.js';

/** Of the window's unit, or of an invited one. Two parameters, as {@link withinScope}. */
const seen = (first: number): string => `(${withinScope('w', first)} OR EXISTS (
  SELECT FROM trial_units mine WHERE mine.trial_id = w.id AND ${withinScope('mine', first)}))`;
const isInstant = (key: string): boolean => /^\d{4}-/.test(key) && !Number.isNaN(Date.parse(key));

/** Trial windows as they are seen (TM-3). */
@Injectable()
export class TrialsService {
  constructor(@InjectDataSource() private readonly database: DataSource) {}

  async list({ state, q, limit = 50, cursor }: TrialQuery, caller: Caller): Promise<TrialPage> {
    const after = positionOf(cursor, isInstant);
    const { exactly, below } = scopeOf(caller, 'meetings.read');
    const rows = await this.database.query<TrialRow[]>(
      `${trialSql} WHERE ${seen(1)} AND ($3::text IS NULL OR w.state = $3)
         AND ($4::timestamptz IS NULL OR (w.starts_at, w.id) < ($4, $5::uuid))
         AND ${foldedSql('w.title')} LIKE ALL ($6)
       ORDER BY w.starts_at DESC, w.id DESC LIMIT $7`,
      [exactly, below, state ?? null, after?.key ?? null, after?.id ?? null, wordPatterns(q), limit + 1],
    );
    const { items, nextCursor } = pageOf(rows, limit, ({ startsAt, id }) => ({
      key: startsAt.toISOString(),
      id,
    }));
    return { items: items.map((row) => toTrial(row, caller)), nextCursor };
  }

  /** @throws Failure `trials.notFound` */
  async visible(
    trialId: string,
    caller: Caller,
    manager: EntityManager = this.database.manager,
  ): Promise<TrialRow> {
    const { exactly, below } = scopeOf(caller, 'meetings.read');
    const [row] = await manager.query<TrialRow[]>(`${trialSql} WHERE w.id = $3 AND ${seen(1)}`, [
      exactly,
      below,
      trialId,
    ]);
    if (!row) throw new Failure(trialErrors.notFound, { trialId });
    return row;
  }

  /** Held until the transaction ends. @throws Failure `trials.notFound`, `common.notAllowed` */
  async hold(manager: EntityManager, trialId: string, caller: Caller): Promise<TrialRow> {
    await manager.query('SELECT FROM trials WHERE id = $1 FOR NO KEY UPDATE', [trialId]);
    const row = await this.visible(trialId, caller, manager);
    if (!mayOn(caller, 'checks.manage', row.unitPath)) throw new Failure(commonFailures.notAllowed);
    return row;
  }

  /** A page of it: a province has thousands of units. @throws Failure `trials.notFound` */
  async board(query: TrialBoardQuery, caller: Caller): Promise<TrialBoard> {
    const { trialId, state, q, limit = 50, cursor } = query;
    const row = await this.visible(trialId, caller);
    const after = positionOf(cursor, isPlaced);
    const { exactly, below } = scopeOf(caller, 'meetings.read');
    const units = await this.database.query<TrialUnit[]>(
      `SELECT u.trial_id AS "trialId", u.unit_id AS "unitId", u.unit_name AS "unitName", u.state, u.tries,
              ${testJson} AS test
       FROM trial_units u LEFT JOIN device_tests t ON t.id = u.test_id
       WHERE u.trial_id = $1 AND ($4 OR ${withinScope('u', 2)}) AND ($5::text IS NULL OR u.state = $5)
         AND ($6::text[] = '{}' OR ${plainName} LIKE ALL ($6))
         AND ($7::int IS NULL OR (${place}, u.unit_name, u.unit_id) > ($7, $8::text, $9::uuid))
       ORDER BY ${place}, u.unit_name, u.unit_id LIMIT $10`,
      [
        trialId,
        exactly,
        below,
        mayOn(caller, 'meetings.read', row.unitPath),
        state ?? null,
        wordPatterns(q),
        after ? Number(after.key.slice(0, 1)) : null,
        after?.key.slice(2) ?? null,
        after?.id ?? null,
        limit + 1,
      ],
    );
    const page = pageOf(units, limit, (unit) => ({ key: placeOf(unit), id: unit.unitId }));
    return {
      ...toTrial(row, caller),
      units: page.items.map(({ test, ...unit }) => ({ ...unit, test: toTest(test) })),
      nextCursor: page.nextCursor,
    };
  }
}

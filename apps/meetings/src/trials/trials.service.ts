import { type Caller, mayOn } from '@diemcau/contracts/core/caller';
import { commonFailures, Failure } from '@diemcau/contracts/core/failure';
import {
  type TrialBoard,
  trialErrors,
  type TrialPage,
  type TrialQuery,
  type TrialUnit,
} from '@diemcau/contracts/meetings/trials';
import { scopeOf, withinScope } from '@diemcau/service/auth/scope';
import { pageOf, positionOf } from '@diemcau/service/database/paging';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { testJson, toTest } from '../checks/device-tests.service.js';
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
         AND ($6::text IS NULL OR strpos(lower(w.title), lower($6)) > 0)
       ORDER BY w.starts_at DESC, w.id DESC LIMIT $7`,
      [exactly, below, state ?? null, after?.key ?? null, after?.id ?? null, q ?? null, limit + 1],
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

  async board(trialId: string, caller: Caller): Promise<TrialBoard> {
    const row = await this.visible(trialId, caller);
    const whole = mayOn(caller, 'meetings.read', row.unitPath);
    const units = await this.database.query<(TrialUnit & { unitPath: string[] })[]>(
      `SELECT u.trial_id AS "trialId", u.unit_id AS "unitId", u.unit_path AS "unitPath", u.unit_name AS "unitName",
              u.state, u.tries, ${testJson} AS test
       FROM trial_units u LEFT JOIN device_tests t ON t.id = u.test_id WHERE u.trial_id = $1
       ORDER BY array_position(ARRAY['failed', 'waiting', 'passed'], u.state), u.unit_name, u.unit_id`,
      [trialId],
    );
    return {
      ...toTrial(row, caller),
      units: units
        .filter(({ unitPath }) => whole || mayOn(caller, 'meetings.read', unitPath))
        .map(({ unitPath: _path, test, ...unit }) => ({ ...unit, test: toTest(test) })),
    };
  }
}

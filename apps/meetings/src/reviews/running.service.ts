import type { Caller } from '@diemcau/contracts/core/caller';
import { Failure } from '@diemcau/contracts/core/failure';
import { folded } from '@diemcau/contracts/core/folded';
import { unitErrors } from '@diemcau/contracts/identity/units';
import {
  type ChangeReview,
  type MakeReview,
  type OpenReview,
  type ReviewAct,
  reviewErrors,
} from '@diemcau/contracts/meetings/reviews';
import { Audit } from '@diemcau/service/audit/audit';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { randomUUID } from 'node:crypto';
import { DataSource, type EntityManager } from 'typeorm';
import { UnitPlacesService } from '../reports/unit-places.service.js';
import { checkQuestions } from './questions.js';
import { type ReviewRow, ReviewsService } from './reviews.service.js';

interface Asked {
  readonly id: string;
  readonly path: readonly string[];
  readonly name: string;
}

/** `draft → open → closed`: the questions are fixed once the first unit has saved an answer. */
@Injectable()
export class RunningService {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly reviews: ReviewsService,
    private readonly places: UnitPlacesService,
    private readonly audit: Audit,
  ) {}

  /** @returns the id. @throws Failure `units.notFound`, `reviews.badQuestions` */
  async make(input: MakeReview, caller: Caller): Promise<string> {
    const { unitId, year, title, intro = '', questions, deadline } = input;
    checkQuestions(questions);
    const unit = await this.places.allowing(caller, 'reports.receive', unitId);
    const id = randomUUID();
    await this.database.transaction(async (manager) => {
      await manager.query(
        `INSERT INTO reviews (id, unit_id, unit_path, unit_name, year, title, search, intro, questions, deadline)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
        [
          id,
          unitId,
          unit.path,
          unit.name,
          year,
          title,
          folded(title),
          intro,
          JSON.stringify(questions),
          deadline,
        ],
      );
      const object = { kind: 'review', id };
      await this.audit.record(manager, caller, {
        action: 'reviews.make',
        unitId,
        object,
        after: { year, title },
      });
    });
    return id;
  }

  /** @throws Failure `reviews.*` */
  async change({ reviewId, version, ...given }: ChangeReview, caller: Caller): Promise<void> {
    if (given.questions) checkQuestions(given.questions);
    await this.step({ reviewId, version }, 'reviews.change', caller, async (manager, before) => {
      const movesDeadline = Object.entries(given).every(
        ([key, value]) => key === 'deadline' || value === undefined,
      );
      if (before.state === 'closed') throw notNow(before);
      if (before.begun > 0 && !movesDeadline) {
        throw new Failure(reviewErrors.answeredAlready, { begun: before.begun });
      }
      const { title, intro, questions, deadline } = { ...before, ...stated(given) };
      await manager.query(
        `UPDATE reviews SET title = $2, search = $3, intro = $4, questions = $5, deadline = $6 WHERE id = $1`,
        [reviewId, title, folded(title), intro, JSON.stringify(questions), deadline],
      );
    });
  }

  /** @throws Failure `reviews.notNow`, `.nobodyAsked`, `units.notFound` for one that is not below */
  async open({ unitIds, ...act }: OpenReview, caller: Caller): Promise<void> {
    await this.step(act, 'reviews.open', caller, async (manager, before) => {
      if (before.state !== 'draft') throw notNow(before);
      const asked = unitIds
        ? await this.chosen(unitIds, before.unitId)
        : await withSites(manager, before.unitId);
      if (asked.length === 0) throw new Failure(reviewErrors.nobodyAsked);
      const rows = asked.map(({ id, path, name }) => ({ unit: id, path, name, search: folded(name) }));
      await manager.query(
        `INSERT INTO review_answers (id, review_id, unit_id, unit_path, unit_name, search)
         SELECT gen_random_uuid(), $1, unit, path, name, search
         FROM jsonb_to_recordset($2) AS r (unit uuid, path uuid[], name text, search text) ON CONFLICT DO NOTHING`,
        [act.reviewId, JSON.stringify(rows)],
      );
      await manager.query(`UPDATE reviews SET state = 'open' WHERE id = $1`, [act.reviewId]);
    });
  }

  /** @throws Failure `reviews.*` */
  async close(act: ReviewAct, caller: Caller): Promise<void> {
    await this.step(act, 'reviews.close', caller, async (manager, before) => {
      if (before.state !== 'open') throw notNow(before);
      await manager.query(`UPDATE reviews SET state = 'closed' WHERE id = $1`, [act.reviewId]);
    });
  }

  private async step(
    act: ReviewAct,
    action: string,
    caller: Caller,
    work: (manager: EntityManager, before: ReviewRow) => Promise<void>,
  ): Promise<void> {
    await this.database.transaction(async (manager) => {
      const before = await this.reviews.hold(manager, act, caller);
      await work(manager, before);
      await manager.query('UPDATE reviews SET version = version + 1 WHERE id = $1', [act.reviewId]);
      const object = { kind: 'review', id: act.reviewId };
      await this.audit.record(manager, caller, { action, unitId: before.unitId, object });
    });
  }

  private async chosen(unitIds: readonly string[], above: string): Promise<Asked[]> {
    const units = (await this.places.named(unitIds)).filter(
      ({ path, state, id }) => state === 'active' && id !== above && path.includes(above),
    );
    const unknown = unitIds.filter((id) => !units.some((unit) => unit.id === id));
    if (unknown.length > 0) throw new Failure(unitErrors.notFound, { unitIds: unknown });
    return units;
  }
}

const notNow = ({ state }: ReviewRow): Failure => new Failure(reviewErrors.notNow, { state });
const stated = <T extends object>(given: T): Partial<T> =>
  Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as Partial<T>;

/** Units below that have a site to look at. */
const withSites = (manager: EntityManager, above: string): Promise<Asked[]> =>
  manager.query<Asked[]>(
    `SELECT DISTINCT ON (unit_id) unit_id AS id, unit_path AS path, unit_name AS name FROM sites
     WHERE unit_path @> ARRAY[$1::uuid] AND unit_id <> $1 AND state <> 'retired' ORDER BY unit_id`,
    [above],
  );

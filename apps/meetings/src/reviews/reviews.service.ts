import { type Caller, mayOn } from '@diemcau/contracts/core/caller';
import { Failure } from '@diemcau/contracts/core/failure';
import {
  type Review,
  type ReviewAct,
  reviewErrors,
  type ReviewPage,
  type ReviewQuery,
  type ReviewReport,
} from '@diemcau/contracts/meetings/reviews';
import type { TrainingWish } from '@diemcau/contracts/meetings/reviews-questions';
import { scopeOf, withinScope } from '@diemcau/service/auth/scope';
import { pageOf, positionOf, wordPatterns } from '@diemcau/service/database/paging';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { UnitPlacesService } from '../reports/unit-places.service.js';
import { type Answered, collect, planOf } from './collect.js';

export interface ReviewRow extends Review {
  readonly unitPath: string[];
}

const answersIn = (state: string): string =>
  `(SELECT count(*)::int FROM review_answers a WHERE a.review_id = r.id ${state})`;
const columns = `r.id, r.unit_id AS "unitId", r.unit_name AS "unitName", r.unit_path AS "unitPath", r.year, r.title,
  r.intro, r.questions, r.deadline::text AS deadline, r.state, ${answersIn('')} AS asked,
  ${answersIn(`AND a.state = 'submitted'`)} AS answered,
  ${answersIn(`AND a.state <> 'asked'`)} AS begun, r.version`;
const toReview = ({ unitPath: _path, ...review }: ReviewRow): Review => review;
/** The latest year first, then the latest made. */
const sortKey = `((2999 - r.year)::text || chr(1) || (9999999999 - extract(epoch FROM r.created_at)::bigint)::text) COLLATE "C"`;

/** Yearly reviews as those see them who run them (HB-10.2). */
@Injectable()
export class ReviewsService {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly places: UnitPlacesService,
  ) {}

  async list({ limit = 50, year, state, cursor, q }: ReviewQuery, caller: Caller): Promise<ReviewPage> {
    const scope = scopeOf(caller, 'reports.receive');
    const after = positionOf(cursor);
    const rows = await this.database.query<(ReviewRow & { sortKey: string })[]>(
      `SELECT ${columns}, ${sortKey} AS "sortKey" FROM reviews r WHERE ${withinScope('r', 1)}
         AND ($3::int IS NULL OR r.year = $3) AND ($4::text IS NULL OR r.state = $4) AND r.search LIKE ALL ($5)
         AND ($6::text IS NULL OR (${sortKey}, r.id) > ($6, $7::uuid))
       ORDER BY ${sortKey}, r.id LIMIT $8`,
      [
        scope.exactly,
        scope.below,
        year ?? null,
        state ?? null,
        wordPatterns(q),
        after?.key ?? null,
        after?.id ?? null,
        limit + 1,
      ],
    );
    const { items, nextCursor } = pageOf(rows, limit, ({ sortKey: key, id }) => ({ key, id }));
    return { items: items.map(({ sortKey: _key, ...row }) => toReview(row)), nextCursor };
  }

  /** @throws Failure `reviews.notFound`, also for one that the caller does not run */
  async find(reviewId: string, caller: Caller): Promise<Review> {
    return toReview(await this.seen(this.database.manager, { reviewId }, caller));
  }

  /** Nobody else changes it, or answers it, until the transaction ends. @throws Failure `reviews.notFound`, `.changedMeanwhile` */
  async hold(manager: EntityManager, act: ReviewAct, caller: Caller): Promise<ReviewRow> {
    // By itself: what the row is read with must see what was saved while this waited.
    await manager.query('SELECT FROM reviews WHERE id = $1 FOR NO KEY UPDATE', [act.reviewId]);
    return this.seen(manager, act, caller);
  }

  private async seen(
    manager: EntityManager,
    { reviewId, version }: { readonly reviewId: string; readonly version?: number },
    caller: Caller,
  ): Promise<ReviewRow> {
    const [row] = await manager.query<ReviewRow[]>(`SELECT ${columns} FROM reviews r WHERE r.id = $1`, [
      reviewId,
    ]);
    if (!row || !mayOn(caller, 'reports.receive', row.unitPath)) {
      throw new Failure(reviewErrors.notFound, { reviewId });
    }
    if (version !== undefined && version !== row.version) {
      throw new Failure(reviewErrors.changedMeanwhile, { version: row.version });
    }
    return row;
  }

  /** What was handed in, in one. @throws Failure `reviews.notFound` */
  async collected(reviewId: string, caller: Caller): Promise<ReviewReport> {
    const review = await this.find(reviewId, caller);
    const answers = await this.database.query<(Answered & { training: TrainingWish[]; state: string })[]>(
      `SELECT unit_name AS "unitName", answers AS values, training, state FROM review_answers
       WHERE review_id = $1 ORDER BY search, id`,
      [reviewId],
    );
    const [unit] = await this.places.named([review.unitId]);
    const submitted = answers.filter(({ state }) => state === 'submitted');
    const wishes = submitted.flatMap(({ unitName, training }) =>
      training.map((wish) => ({ ...wish, unitName })),
    );
    return {
      review,
      parentName: unit ? await this.places.parentNameOf(unit) : null,
      questions: collect(review.questions, submitted),
      training: wishes.slice(0, 1000),
      plan: planOf(wishes).slice(0, 500),
      missing: answers
        .filter(({ state }) => state !== 'submitted')
        .slice(0, 200)
        .map(({ unitName }) => unitName),
    };
  }
}

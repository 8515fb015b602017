import { type Caller, mayOn } from '@diemcau/contracts/core/caller';
import { Failure } from '@diemcau/contracts/core/failure';
import {
  type AnswerLine,
  type AnswerPage,
  type AnswerQuery,
  type ReviewAnswer,
  reviewErrors,
  type SaveAnswer,
} from '@diemcau/contracts/meetings/reviews';
import { Audit } from '@diemcau/service/audit/audit';
import { scopeOf, withinScope } from '@diemcau/service/auth/scope';
import { pageOf, positionOf, wordPatterns } from '@diemcau/service/database/paging';
import { Clock } from '@diemcau/service/time/clock';
import { dayOf } from '@diemcau/service/time/vietnam-day';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { type AnswerRow, answerColumns, answerTables, sheetOf } from './answer-row.js';
import { checkAnswers, checkComplete } from './questions.js';

type LineRow = Omit<AnswerLine, 'submittedAt'> & {
  readonly submittedAt: Date | null;
  readonly sortKey: string;
};
/** What is due first, then by unit. */
const sortKey = `(r.deadline::text || chr(1) || a.search) COLLATE "C"`;

/** Units answer until the deadline (HB-10.2). */
@Injectable()
export class AnsweringService {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly clock: Clock,
    private readonly audit: Audit,
  ) {}

  async list(query: AnswerQuery, caller: Caller): Promise<AnswerPage> {
    const { limit = 50, reviewId = null, state = null } = query;
    const [own, run] = [scopeOf(caller, 'reports.write'), scopeOf(caller, 'reports.receive')];
    const matching = `FROM ${answerTables} WHERE (${withinScope('a', 1)} OR ${withinScope('r', 3)})
      AND ($5::uuid IS NULL OR a.review_id = $5) AND ($6::text IS NULL OR a.state = $6)
      AND (a.search || ' ' || r.search) LIKE ALL ($7)`;
    const words = wordPatterns(query.q);
    const values = [own.exactly, own.below, run.exactly, run.below, reviewId, state, words];
    const after = positionOf(query.cursor);
    const [[count], rows] = await Promise.all([
      this.database.query<[{ total: number }]>(`SELECT count(*)::int AS total ${matching}`, values),
      this.database.query<LineRow[]>(
        `SELECT a.id, a.review_id AS "reviewId", r.title, r.deadline::text AS deadline, a.unit_id AS "unitId",
           a.unit_name AS "unitName", a.state, a.submitted_at AS "submittedAt", ${sortKey} AS "sortKey"
         ${matching} AND ($8::text IS NULL OR (${sortKey}, a.id) > ($8, $9::uuid))
         ORDER BY ${sortKey}, a.id LIMIT $10`,
        [...values, after?.key ?? null, after?.id ?? null, limit + 1],
      ),
    ]);
    const page = pageOf(rows, limit, ({ sortKey: key, id }) => ({ key, id }));
    const items = page.items.map(({ sortKey: _key, ...row }) => ({
      ...row,
      submittedAt: row.submittedAt?.toISOString() ?? null,
    }));
    return { items, nextCursor: page.nextCursor, total: count.total };
  }

  /** @throws Failure `reviews.noAnswer` */
  async find(answerId: string, caller: Caller): Promise<ReviewAnswer> {
    return sheetOf(await this.seen(this.database.manager, answerId, caller), this.clock.now());
  }

  /** @throws Failure `reviews.noAnswer`, `.changedMeanwhile`, `.notNow`, `.deadlinePassed`, `.badAnswer`, `.incomplete` */
  async save(input: SaveAnswer, caller: Caller): Promise<ReviewAnswer> {
    const { answerId, version, values, training, submit } = input;
    await this.database.transaction(async (manager) => {
      // Shared: questions are not changed while somebody answers them, and many answer at once.
      const row = await this.seen(manager, answerId, caller, 'FOR NO KEY UPDATE OF a FOR SHARE OF r');
      if (!mayOn(caller, 'reports.write', row.unitPath))
        throw new Failure(reviewErrors.noAnswer, { answerId });
      if (row.version !== version) throw new Failure(reviewErrors.changedMeanwhile, { version: row.version });
      if (row.reviewState !== 'open') throw new Failure(reviewErrors.notNow, { state: row.reviewState });
      const now = this.clock.now();
      if (dayOf(now) > row.deadline)
        throw new Failure(reviewErrors.deadlinePassed, { deadline: row.deadline });
      checkAnswers(row.questions, values);
      // What was handed in stays handed in: it may get better, and not less than complete.
      const submitted = submit || row.state === 'submitted';
      if (submitted) checkComplete(row.questions, values);
      await manager.query(
        `UPDATE review_answers SET answers = $2, training = $3, state = $4, submitted_at = $5, version = version + 1
         WHERE id = $1`,
        [
          answerId,
          JSON.stringify(values),
          JSON.stringify(training.map(({ unitName: _unit, ...wish }) => wish)),
          submitted ? 'submitted' : 'draft',
          submitted ? now : null,
        ],
      );
      await this.audit.record(manager, caller, {
        action: submit ? 'reviews.submitAnswer' : 'reviews.saveAnswer',
        unitId: row.unitId,
        object: { kind: 'reviewAnswer', id: answerId },
      });
    });
    return this.find(answerId, caller);
  }

  private async seen(
    manager: EntityManager,
    answerId: string,
    caller: Caller,
    lock = '',
  ): Promise<AnswerRow> {
    const [row] = await manager.query<AnswerRow[]>(
      `SELECT ${answerColumns} FROM ${answerTables} WHERE a.id = $1 ${lock}`,
      [answerId],
    );
    const sees =
      row &&
      (mayOn(caller, 'reports.write', row.unitPath) || mayOn(caller, 'reports.receive', row.runnerPath));
    if (!sees) throw new Failure(reviewErrors.noAnswer, { answerId });
    return row;
  }
}

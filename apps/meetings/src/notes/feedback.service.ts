import { type Caller, mayOn } from '@diemcau/contracts/core/caller';
import { commonFailures, Failure } from '@diemcau/contracts/core/failure';
import { folded } from '@diemcau/contracts/core/folded';
import {
  type AnswerFeedback,
  type CloseFeedback,
  type Feedback,
  feedbackErrors,
  type FeedbackPage,
  type FeedbackQuery,
  type ReportProblem,
} from '@diemcau/contracts/meetings/notes-feedback';
import { Audit } from '@diemcau/service/audit/audit';
import { scopeOf, withinScope } from '@diemcau/service/auth/scope';
import { pageOf, positionOf, wordPatterns } from '@diemcau/service/database/paging';
import { Clock } from '@diemcau/service/time/clock';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { randomUUID } from 'node:crypto';
import { DataSource, type EntityManager } from 'typeorm';
import { UnitPlacesService } from '../reports/unit-places.service.js';
import { feedbackColumns, type FeedbackRow, toFeedback } from './feedback-row.js';

/** `$1`: who asks; `$2`, `$3`: where they read reports; `$4`, `$5`: where they receive them. */
const visible = `(f.author_id = $1 OR ${withinScope('f', 2)} OR ${withinScope('f', 4)})`;

const isInstant = (key: string): boolean =>
  /^[12]\d{3}-\d\d-\d\dT/.test(key) && !Number.isNaN(Date.parse(key));

/** Problems go up to whoever can help, and the answer comes back (HB-12). */
@Injectable()
export class FeedbackService {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly places: UnitPlacesService,
    private readonly clock: Clock,
    private readonly audit: Audit,
  ) {}

  async list(query: FeedbackQuery, caller: Caller): Promise<FeedbackPage> {
    const { limit = 50, unitId = null, state = null } = query;
    const matching = `FROM feedback f WHERE ${visible} AND ($6::uuid IS NULL OR f.unit_path @> ARRAY[$6::uuid])
      AND ($7::text IS NULL OR f.state = $7) AND f.search LIKE ALL ($8)`;
    const values = [...asking(caller), unitId, state, wordPatterns(query.q)];
    const after = positionOf(query.cursor, isInstant);
    const at = `date_trunc('milliseconds', f.created_at)`;
    const [[count], rows] = await Promise.all([
      this.database.query<[{ total: number }]>(`SELECT count(*)::int AS total ${matching}`, values),
      this.database.query<FeedbackRow[]>(
        `SELECT ${feedbackColumns} ${matching} AND ($9::timestamptz IS NULL OR (${at}, f.id) < ($9, $10::uuid))
         ORDER BY ${at} DESC, f.id DESC LIMIT $11`,
        [...values, after?.key ?? null, after?.id ?? null, limit + 1],
      ),
    ]);
    const { items, nextCursor } = pageOf(rows, limit, ({ createdAt, id }) => ({
      key: createdAt.toISOString(),
      id,
    }));
    return { items: items.map((row) => toFeedback(row, caller)), nextCursor, total: count.total };
  }

  /** @throws Failure `feedback.notFound` */
  async find(feedbackId: string, caller: Caller): Promise<Feedback> {
    return toFeedback(await this.seen(this.database.manager, feedbackId, caller), caller);
  }

  /** @throws Failure `units.notFound` */
  async report({ unitId, title, text }: ReportProblem, caller: Caller): Promise<Feedback> {
    if (caller.kind !== 'user') throw new Failure(commonFailures.signInNeeded);
    const unit = await this.places.allowing(caller, 'sites.read', unitId);
    const id = randomUUID();
    await this.database.transaction(async (manager) => {
      await manager.query(
        `INSERT INTO feedback (id, unit_id, unit_path, unit_name, author_id, title, text, search, created_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
        [
          id,
          unitId,
          unit.path,
          unit.name,
          caller.userId,
          title,
          text,
          folded(`${title} ${unit.name}`),
          this.clock.now(),
        ],
      );
      const object = { kind: 'feedback', id };
      await this.audit.record(manager, caller, {
        action: 'feedback.report',
        unitId,
        object,
        after: { title },
      });
    });
    return this.find(id, caller);
  }

  /** An answer may be bettered until the matter is closed. @throws Failure `feedback.*`, `common.notAllowed` */
  async answer({ feedbackId, version, answer }: AnswerFeedback, caller: Caller): Promise<Feedback> {
    return this.step(feedbackId, version, 'feedback.answer', caller, async (manager, row) => {
      if (!mayOn(caller, 'reports.receive', row.unitPath)) throw new Failure(commonFailures.notAllowed);
      await manager.query(
        `UPDATE feedback SET state = 'answered', answer = $2, answered_by = $3, answered_at = $4, version = version + 1
         WHERE id = $1`,
        [feedbackId, answer, caller.kind === 'user' ? caller.userId : null, this.clock.now()],
      );
    });
  }

  /** By who reported it, or who answers for the unit's reports. @throws Failure `feedback.*`, `common.notAllowed` */
  async close({ feedbackId, version }: CloseFeedback, caller: Caller): Promise<Feedback> {
    return this.step(feedbackId, version, 'feedback.close', caller, async (manager, row) => {
      const isAuthor = caller.kind === 'user' && row.authorId === caller.userId;
      if (!isAuthor && !mayOn(caller, 'reports.receive', row.unitPath)) {
        throw new Failure(commonFailures.notAllowed);
      }
      await manager.query(`UPDATE feedback SET state = 'closed', version = version + 1 WHERE id = $1`, [
        feedbackId,
      ]);
    });
  }

  private async step(
    feedbackId: string,
    version: number,
    action: string,
    caller: Caller,
    work: (manager: EntityManager, row: FeedbackRow) => Promise<void>,
  ): Promise<Feedback> {
    await this.database.transaction(async (manager) => {
      const row = await this.seen(manager, feedbackId, caller, 'FOR NO KEY UPDATE');
      if (row.version !== version)
        throw new Failure(feedbackErrors.changedMeanwhile, { version: row.version });
      if (row.state === 'closed') throw new Failure(feedbackErrors.closed, { feedbackId });
      await work(manager, row);
      const object = { kind: 'feedback', id: feedbackId };
      await this.audit.record(manager, caller, { action, unitId: row.unitId, object });
    });
    return this.find(feedbackId, caller);
  }

  private async seen(
    manager: EntityManager,
    feedbackId: string,
    caller: Caller,
    lock = '',
  ): Promise<FeedbackRow> {
    const [row] = await manager.query<FeedbackRow[]>(
      `SELECT ${feedbackColumns} FROM feedback f WHERE f.id = $6 AND ${visible} ${lock}`,
      [...asking(caller), feedbackId],
    );
    if (!row) throw new Failure(feedbackErrors.notFound, { feedbackId });
    return row;
  }
}

/** The first five parameters of {@link visible}. */
function asking(caller: Caller): [userId: string | null, ...string[][]] {
  const [read, receive] = [scopeOf(caller, 'reports.read'), scopeOf(caller, 'reports.receive')];
  const userId = caller.kind === 'user' ? caller.userId : null;
  return [userId, read.exactly, read.below, receive.exactly, receive.below];
}

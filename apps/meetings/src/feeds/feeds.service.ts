import { type Caller, mayOn } from '@diemcau/contracts/core/caller';
import { commonFailures, Failure } from '@diemcau/contracts/core/failure';
import type { Unit } from '@diemcau/contracts/identity/units';
import { UnitsClient } from '@diemcau/contracts/identity/units';
import {
  type Feed,
  feedErrors,
  type MadeFeed,
  type MakeFeed,
  mostFeeds,
} from '@diemcau/contracts/meetings/feeds';
import { Audit } from '@diemcau/service/audit/audit';
import { hashOf, newToken } from '@diemcau/service/secrets/token';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { randomUUID } from 'node:crypto';
import { DataSource, type EntityManager } from 'typeorm';
import { feedColumns, type FeedRow, toFeed } from './feed-row.js';

/** The calendars that somebody has made to subscribe to. */
@Injectable()
export class FeedsService {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly units: UnitsClient,
    private readonly audit: Audit,
  ) {}

  async list(caller: Caller): Promise<Feed[]> {
    const rows = await this.database.query<FeedRow[]>(
      `SELECT ${feedColumns} FROM feeds WHERE user_id = $1 ORDER BY created_at DESC, id LIMIT ${mostFeeds}`,
      [userOf(caller)],
    );
    return rows.map(toFeed);
  }

  /** @throws Failure `feeds.unitNotFound` also for a unit whose meetings the caller may not see; `feeds.tooMany` */
  async make({ name, unitId }: MakeFeed, caller: Caller): Promise<MadeFeed> {
    const userId = userOf(caller);
    const unit = unitId === undefined ? null : await this.unit(unitId, caller);
    const token = newToken();
    return this.database.transaction(async (manager) => {
      await this.refuseMany(manager, userId);
      const [row] = await manager.query<[FeedRow]>(
        `INSERT INTO feeds (id, user_id, unit_id, unit_path, unit_name, name, token_hash)
         VALUES ($1, $2, $3, $4, $5, $6, $7) RETURNING ${feedColumns}`,
        [randomUUID(), userId, unit?.id ?? null, unit?.path ?? null, unit?.name ?? null, name, hashOf(token)],
      );
      await this.note(manager, caller, 'feeds.make', row);
      return { feed: toFeed(row), token };
    });
  }

  /** @throws Failure `feeds.notFound` also for somebody else's */
  async revoke(feedId: string, caller: Caller): Promise<void> {
    await this.database.transaction(async (manager) => {
      const [[row]] = await manager.query<[FeedRow[], number]>(
        `DELETE FROM feeds WHERE id = $1 AND user_id = $2 RETURNING ${feedColumns}`,
        [feedId, userOf(caller)],
      );
      if (!row) throw new Failure(feedErrors.notFound, { feedId });
      await this.note(manager, caller, 'feeds.revoke', row);
    });
  }

  private async unit(unitId: string, caller: Caller): Promise<Unit> {
    const { items } = await this.units.named({ unitIds: [unitId] }, caller);
    const [unit] = items;
    if (!unit || !mayOn(caller, 'meetings.read', unit.path))
      throw new Failure(feedErrors.unitNotFound, { unitId });
    return unit;
  }

  /** Two at the same moment wait for each other. */
  private async refuseMany(manager: EntityManager, userId: string): Promise<void> {
    await manager.query(`SELECT pg_advisory_xact_lock(hashtext('meetings.feeds ' || $1))`, [userId]);
    const [{ count }] = await manager.query<[{ count: number }]>(
      'SELECT count(*)::int AS count FROM feeds WHERE user_id = $1',
      [userId],
    );
    if (count >= mostFeeds) throw new Failure(feedErrors.tooMany);
  }

  private async note(manager: EntityManager, caller: Caller, action: string, { id, unitId, name }: FeedRow) {
    await this.audit.record(manager, caller, {
      action,
      unitId,
      object: { kind: 'feed', id },
      after: { name },
    });
  }
}

function userOf(caller: Caller): string {
  if (caller.kind !== 'user') throw new Failure(commonFailures.signInNeeded);
  return caller.userId;
}

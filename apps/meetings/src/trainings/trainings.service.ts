import { type Caller, grantsOf, mayOn } from '@diemcau/contracts/core/caller';
import { commonFailures, Failure } from '@diemcau/contracts/core/failure';
import type { Permission } from '@diemcau/contracts/identity/permissions';
import { UnitsClient } from '@diemcau/contracts/identity/units';
import type {
  Training,
  TrainingPage,
  TrainingPlaceView,
  TrainingQuery,
} from '@diemcau/contracts/meetings/trainings';
import { trainingErrors } from '@diemcau/contracts/meetings/trainings-errors';
import { pageOf, positionOf, wordPatterns } from '@diemcau/service/database/paging';
import { Clock } from '@diemcau/service/time/clock';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import {
  isRegistering,
  seriesOfTraining,
  sessionsOf,
  toLine,
  type TrainingRow,
  trainingSql,
} from './training-row.js';

interface SessionRow {
  readonly occurrenceId: string;
  readonly title: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
}
const isInstant = (key: string): boolean => /^\d{4}-/.test(key) && !Number.isNaN(Date.parse(key));

/** What is offered (DA-1a): to everybody of the province, for schools register people wherever a place is. */
@Injectable()
export class TrainingsService {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly units: UnitsClient,
    private readonly clock: Clock,
  ) {}

  async list(query: TrainingQuery, caller: Caller): Promise<TrainingPage> {
    const { state, q, limit = 50, cursor, occurrenceId, seriesId } = query;
    const after = positionOf(cursor, isInstant);
    const rows = await this.database.query<TrainingRow[]>(
      `${trainingSql} WHERE tr.unit_path[1] = ANY ($1) AND ($2::text IS NULL OR tr.state = $2)
         AND ($3::timestamptz IS NULL OR (tr.created_at, tr.id) < ($3, $4::uuid)) AND tr.search LIKE ALL ($5::text[])
         AND ($6::uuid IS NULL OR EXISTS (SELECT FROM occurrences o WHERE o.id = $6 AND ${sessionsOf}))
         AND ($7::uuid IS NULL OR $7 = ANY (${seriesOfTraining}))
       ORDER BY tr.created_at DESC, tr.id DESC LIMIT $8`,
      [
        await this.provinces(caller),
        state ?? null,
        after?.key ?? null,
        after?.id ?? null,
        wordPatterns(q),
        occurrenceId ?? null,
        seriesId ?? null,
        limit + 1,
      ],
    );
    const page = pageOf(rows, limit, ({ createdAt, id }) => ({ key: createdAt.toISOString(), id }));
    return { items: page.items.map(toLine), nextCursor: page.nextCursor };
  }

  async find(trainingId: string, caller: Caller): Promise<Training> {
    const row = await this.visible(trainingId, caller);
    const now = this.clock.now();
    const { createdAt: _made, unitPath, registerUntil, ...rest } = row;
    const sessions = await this.sessions(this.database.manager, trainingId);
    return {
      ...rest,
      ...toLine(row),
      registerUntil: registerUntil?.toISOString() ?? null,
      sessions: sessions.map((session) => ({
        ...session,
        startsAt: session.startsAt.toISOString(),
        endsAt: session.endsAt.toISOString(),
        held: session.startsAt <= now,
      })),
      places: (await this.placesOf([trainingId])).map(({ trainingId: _of, ...place }) => place),
      manageable: mayOn(caller, 'trainings.manage', unitPath),
      registering: isRegistering(row, now),
    };
  }

  /** Where registration goes on and people may come on their own, and this one does not yet. */
  async openTo(
    userId: string,
    caller: Caller,
    { limit, cursor }: { limit: number; cursor: string | undefined },
  ) {
    const after = positionOf(cursor, isInstant);
    const rows = await this.database.query<TrainingRow[]>(
      `SELECT * FROM (${trainingSql} WHERE tr.unit_path[1] = ANY ($1) AND tr.state = 'open' AND tr.self_registration
         AND NOT EXISTS (SELECT FROM registrations r WHERE r.training_id = tr.id AND r.user_id = $2)
         AND ($3::timestamptz IS NULL OR (tr.created_at, tr.id) < ($3, $4::uuid))) one
       WHERE coalesce("registerUntil", "startsAt") > $5 ORDER BY "createdAt" DESC, id DESC LIMIT $6`,
      [
        await this.provinces(caller),
        userId,
        after?.key ?? null,
        after?.id ?? null,
        this.clock.now(),
        limit + 1,
      ],
    );
    const page = pageOf(rows, limit, ({ createdAt, id }) => ({ key: createdAt.toISOString(), id }));
    return { rows: page.items.map((row) => ({ ...row, line: toLine(row) })), nextCursor: page.nextCursor };
  }

  /** @throws Failure `trainings.notFound` for one of another province */
  async visible(
    trainingId: string,
    caller: Caller,
    manager: EntityManager = this.database.manager,
  ): Promise<TrainingRow> {
    const [row] = await manager.query<TrainingRow[]>(`${trainingSql} WHERE tr.id = $1`, [trainingId]);
    const provinces = row ? await this.provinces(caller) : [];
    if (!row || !provinces.includes(row.unitPath[0] ?? '')) {
      throw new Failure(trainingErrors.notFound, { trainingId });
    }
    return row;
  }

  /** Nobody else changes it until the transaction ends. @throws Failure `trainings.notFound`, `common.notAllowed` */
  async hold(
    manager: EntityManager,
    permission: Permission,
    trainingId: string,
    caller: Caller,
  ): Promise<TrainingRow> {
    await manager.query('SELECT FROM trainings WHERE id = $1 FOR NO KEY UPDATE', [trainingId]);
    const row = await this.visible(trainingId, caller, manager);
    if (!mayOn(caller, permission, row.unitPath)) throw new Failure(commonFailures.notAllowed);
    return row;
  }

  sessions(manager: EntityManager, trainingId: string): Promise<SessionRow[]> {
    return manager.query(
      `SELECT o.id AS "occurrenceId", o.title, o.starts_at AS "startsAt", o.ends_at AS "endsAt"
       FROM trainings tr JOIN occurrences o ON ${sessionsOf} WHERE tr.id = $1 ORDER BY o.starts_at, o.id`,
      [trainingId],
    );
  }

  placesOf(trainingIds: readonly string[]): Promise<(TrainingPlaceView & { readonly trainingId: string })[]> {
    return this.database.query(
      `SELECT p.training_id AS "trainingId", p.site_id AS "siteId", p.capacity, p.taken, site.name AS "siteName", site.unit_name AS "unitName"
       FROM training_places p JOIN sites site ON site.id = p.site_id WHERE p.training_id = ANY ($1)
       ORDER BY site.unit_name, site.name`,
      [trainingIds],
    );
  }

  /** Of the units where the caller may read. */
  private async provinces(caller: Caller): Promise<string[]> {
    const unitIds = [...new Set(grantsOf(caller, 'meetings.read').map(({ unitId }) => unitId))];
    if (unitIds.length === 0) return [];
    const { items } = await this.units.named({ unitIds }, { kind: 'service', name: 'meetings' });
    return [...new Set(items.flatMap(({ path }) => path[0] ?? []))];
  }
}

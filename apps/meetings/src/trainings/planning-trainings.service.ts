import { type Caller, mayOn } from '@diemcau/contracts/core/caller';
import { Failure } from '@diemcau/contracts/core/failure';
import { folded } from '@diemcau/contracts/core/folded';
import type { ChangeTraining, PlanTraining, TrainingPlace } from '@diemcau/contracts/meetings/trainings';
import { trainingErrors } from '@diemcau/contracts/meetings/trainings-errors';
import { Audit } from '@diemcau/service/audit/audit';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { randomUUID } from 'node:crypto';
import { DataSource, type EntityManager, QueryFailedError } from 'typeorm';
import { seriesOfTraining, sessionsOf } from './training-row.js';
import { TellingRegisteredService } from './telling-registered.service.js';
import { TrainingsService } from './trainings.service.js';

interface Owner {
  readonly unitId: string;
  readonly unitPath: string[];
  readonly unitName: string;
}

/** Training events are made and changed by who runs them. */
@Injectable()
export class PlanningTrainingsService {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly trainings: TrainingsService,
    private readonly telling: TellingRegisteredService,
    private readonly audit: Audit,
  ) {}

  /** @throws Failure `trainings.sessionsUnknown`, `.placesUnknown`, `.taken` */
  async plan(input: PlanTraining, caller: Caller): Promise<string> {
    const {
      occurrenceId = null,
      seriesId = null,
      title,
      description = null,
      places,
      requiredPercent,
    } = input;
    const id = randomUUID();
    await this.unlessTaken(async (manager) => {
      const owner = await this.owner(manager, occurrenceId, seriesId, caller);
      await manager.query(
        `INSERT INTO trainings (id, unit_id, unit_path, unit_name, occurrence_id, series_id, title, search, description,
           required_percent, register_until, self_registration)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
        [
          id,
          owner.unitId,
          owner.unitPath,
          owner.unitName,
          occurrenceId,
          seriesId,
          title,
          folded(title),
          description,
          requiredPercent,
          input.registerUntil ?? null,
          input.selfRegistration ?? false,
        ],
      );
      await this.setPlaces(manager, id, places, owner.unitPath[0]);
      await this.audit.record(manager, caller, {
        action: 'trainings.plan',
        unitId: owner.unitId,
        object: { kind: 'training', id },
        after: { title, occurrenceId, seriesId, requiredPercent, places: places.length },
      });
    });
    return id;
  }

  /** @throws Failure `trainings.notFound`, `.changedMeanwhile`, `.placesUnknown`, `.belowTaken`, `.taken`, `.certificatesStand` */
  async change(
    { trainingId, version, places, reason, ...given }: ChangeTraining,
    caller: Caller,
  ): Promise<void> {
    await this.unlessTaken(async (manager) => {
      const row = await this.trainings.hold(manager, 'trainings.manage', trainingId, caller);
      if (row.version !== version)
        throw new Failure(trainingErrors.changedMeanwhile, { version: row.version });
      const before = {
        title: row.title,
        description: row.description,
        requiredPercent: row.requiredPercent,
        registerUntil: row.registerUntil?.toISOString() ?? null,
        selfRegistration: row.selfRegistration,
        state: row.state,
      };
      const stated = Object.entries(given).filter(([, value]) => value !== undefined);
      const after = { ...before, ...Object.fromEntries(stated) };
      const cancels = after.state === 'cancelled' && before.state !== 'cancelled';
      if (cancels && row.certificates > 0) throw new Failure(trainingErrors.certificatesStand);
      await manager.query(
        `UPDATE trainings SET title = $2, search = $3, description = $4, required_percent = $5, register_until = $6,
           state = $7, self_registration = $8, version = version + 1 WHERE id = $1`,
        [
          trainingId,
          after.title,
          folded(after.title),
          after.description,
          after.requiredPercent,
          after.registerUntil,
          after.state,
          after.selfRegistration,
        ],
      );
      if (places) await this.setPlaces(manager, trainingId, places, row.unitPath[0]);
      if (cancels) await this.telling.cancelled(manager, { ...row, title: before.title }, reason ?? null);
      const object = { kind: 'training', id: trainingId };
      const { unitId } = row;
      await this.audit.record(manager, caller, {
        action: 'trainings.change',
        unitId,
        object,
        before,
        after: { ...after, ...(cancels && reason && { reason }) },
      });
    });
  }

  /** The one meeting, or the one series, which is training and the caller's to run. */
  private async owner(
    manager: EntityManager,
    occurrenceId: string | null,
    seriesId: string | null,
    caller: Caller,
  ): Promise<Owner> {
    const unknown = new Failure(trainingErrors.sessionsUnknown);
    if ((occurrenceId === null) === (seriesId === null)) throw unknown;
    const [table, id] = occurrenceId === null ? ['series', seriesId] : ['occurrences', occurrenceId];
    const [owner] = await manager.query<Owner[]>(
      // A draft series has no meetings yet and may still be removed.
      `SELECT unit_id AS "unitId", unit_path AS "unitPath", unit_name AS "unitName" FROM ${table}
       WHERE id = $1 AND kind = 'training'${table === 'series' ? ` AND state <> 'draft'` : ''} FOR SHARE`,
      [id],
    );
    if (!owner || !mayOn(caller, 'trainings.manage', owner.unitPath)) throw unknown;
    await refuseSecond(manager, owner.unitId, occurrenceId, seriesId);
    return owner;
  }

  private async setPlaces(
    manager: EntityManager,
    trainingId: string,
    places: readonly TrainingPlace[],
    provinceId?: string,
  ): Promise<void> {
    const siteIds = places.map(({ siteId }) => siteId);
    const [{ known }] = await manager.query<[{ known: number }]>(
      'SELECT count(*)::int AS known FROM sites WHERE id = ANY ($1) AND unit_path[1] = $2',
      [siteIds, provinceId],
    );
    if (known !== siteIds.length) throw new Failure(trainingErrors.placesUnknown);
    const short = await manager.query<{ siteId: string }[]>(
      `SELECT p.site_id AS "siteId" FROM training_places p
       LEFT JOIN unnest($2::uuid[], $3::int[]) AS wanted (site_id, capacity) ON wanted.site_id = p.site_id
       WHERE p.training_id = $1 AND p.taken > coalesce(wanted.capacity, 0)`,
      [trainingId, siteIds, places.map(({ capacity }) => capacity)],
    );
    if (short.length > 0)
      throw new Failure(trainingErrors.belowTaken, { siteIds: short.map(({ siteId }) => siteId) });
    await manager.query('DELETE FROM training_places WHERE training_id = $1 AND site_id <> ALL ($2)', [
      trainingId,
      siteIds,
    ]);
    await manager.query(
      `INSERT INTO training_places (training_id, site_id, capacity) SELECT $1, * FROM unnest($2::uuid[], $3::int[])
       ON CONFLICT (training_id, site_id) DO UPDATE SET capacity = EXCLUDED.capacity`,
      [trainingId, siteIds, places.map(({ capacity }) => capacity)],
    );
  }

  private async unlessTaken(work: (manager: EntityManager) => Promise<void>): Promise<void> {
    try {
      await this.database.transaction(work);
    } catch (error) {
      if (error instanceof QueryFailedError && /trainings_(occurrence|series)_id/.test(error.message)) {
        throw new Failure(trainingErrors.taken);
      }
      throw error;
    }
  }
}

/** A meeting is a session of one event: of its own, or of its series'. @throws Failure `trainings.taken` */
async function refuseSecond(
  manager: EntityManager,
  unitId: string,
  occurrenceId: string | null,
  seriesId: string | null,
): Promise<void> {
  const [other] = await manager.query<object[]>(
    `SELECT FROM trainings tr WHERE tr.unit_path @> ARRAY[$3::uuid] AND tr.state <> 'cancelled' AND
       (EXISTS (SELECT FROM occurrences o WHERE o.id = $1 AND ${sessionsOf}) OR $2 = ANY (${seriesOfTraining}))`,
    [occurrenceId, seriesId, unitId],
  );
  if (other) throw new Failure(trainingErrors.taken);
}

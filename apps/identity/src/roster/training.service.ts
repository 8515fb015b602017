import type { Caller } from '@diemcau/contracts/core/caller';
import { Failure } from '@diemcau/contracts/core/failure';
import { type AddTraining, rosterErrors, type TrainingRef } from '@diemcau/contracts/identity/roster';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { randomUUID } from 'node:crypto';
import { DataSource, type EntityManager } from 'typeorm';
import { AuditService } from '../audit/audit.service.js';
import { RosterPlacesService } from './roster-places.service.js';

/** What operators were trained in (HB-11.2). */
@Injectable()
export class TrainingService {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly places: RosterPlacesService,
    private readonly audit: AuditService,
  ) {}

  /** The same course on the same day is one record. @throws Failure `roster.notFound` */
  async add({ entryId, course, date, issuer, certificateNo }: AddTraining, caller: Caller): Promise<void> {
    await this.database.transaction(async (manager) => {
      const { unitId } = await this.places.hold(manager, entryId, caller);
      const [same] = await manager.query<unknown[]>(
        'SELECT FROM training_records WHERE entry_id = $1 AND course = $2 AND held_on = $3',
        [entryId, course, date],
      );
      if (same) return;
      await manager.query(
        `INSERT INTO training_records (id, entry_id, course, held_on, issuer, certificate_no)
         VALUES ($1, $2, $3, $4, $5, $6)`,
        [randomUUID(), entryId, course, date, issuer, certificateNo],
      );
      await raiseVersion(manager, entryId);
      const object = { kind: 'rosterEntry', id: entryId };
      const after = { course, date, issuer, certificateNo };
      await this.audit.record(manager, caller, { action: 'roster.addTraining', unitId, object, after });
    });
  }

  /** @throws Failure `roster.notFound` */
  async remove({ entryId, trainingId }: TrainingRef, caller: Caller): Promise<void> {
    await this.database.transaction(async (manager) => {
      const { unitId } = await this.places.hold(manager, entryId, caller);
      const [removed] = await manager.query<[object[], number]>(
        `DELETE FROM training_records WHERE id = $1 AND entry_id = $2
         RETURNING course, held_on::text AS date, issuer, certificate_no AS "certificateNo"`,
        [trainingId, entryId],
      );
      const [before] = removed;
      if (!before) throw new Failure(rosterErrors.notFound, { trainingId });
      await raiseVersion(manager, entryId);
      const object = { kind: 'rosterEntry', id: entryId };
      await this.audit.record(manager, caller, { action: 'roster.removeTraining', unitId, object, before });
    });
  }
}

const raiseVersion = (manager: EntityManager, entryId: string): Promise<unknown> =>
  manager.query('UPDATE roster_entries SET version = version + 1 WHERE id = $1', [entryId]);

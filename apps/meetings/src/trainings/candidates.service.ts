import { type Caller, mayOn, type ServiceCaller } from '@diemcau/contracts/core/caller';
import { Failure } from '@diemcau/contracts/core/failure';
import { AddresseesClient } from '@diemcau/contracts/identity/addressees';
import { UnitsClient } from '@diemcau/contracts/identity/units';
import { trainingErrors } from '@diemcau/contracts/meetings/trainings-errors';
import type { CandidatePage, CandidateQuery } from '@diemcau/contracts/meetings/trainings-people';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { TrainingsService } from './trainings.service.js';

const itself: ServiceCaller = { kind: 'service', name: 'meetings' };

/** Whom a school may register: its staff and that of its divisions, by name, so that many are registered in one act (DA-1a). */
@Injectable()
export class CandidatesService {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly trainings: TrainingsService,
    private readonly addressees: AddresseesClient,
    private readonly units: UnitsClient,
  ) {}

  /** @throws Failure `trainings.notFound`, `trainings.personUnknown` for a unit that the caller may not register for */
  async list({ trainingId, ...query }: CandidateQuery, caller: Caller): Promise<CandidatePage> {
    await this.trainings.visible(trainingId, caller);
    const { unitId } = query;
    const [unit] = (await this.units.named({ unitIds: [unitId] }, itself)).items;
    if (!unit || !mayOn(caller, 'trainings.register', unit.path)) {
      throw new Failure(trainingErrors.personUnknown, { unitId });
    }
    const { items, nextCursor } = await this.addressees.staff(query, itself);
    const registered = await this.database.query<{ userId: string }[]>(
      'SELECT user_id AS "userId" FROM registrations WHERE training_id = $1 AND user_id = ANY ($2)',
      [trainingId, items.map(({ userId }) => userId)],
    );
    const already = new Set(registered.map(({ userId }) => userId));
    return { items: items.map((one) => ({ ...one, registered: already.has(one.userId) })), nextCursor };
  }
}

import type { ServiceCaller } from '@diemcau/contracts/core/caller';
import { Failure } from '@diemcau/contracts/core/failure';
import { privacyErrors, UserErasureFacts } from '@diemcau/contracts/identity/privacy';
import { Facts } from '@diemcau/service/facts/facts';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { RevokingService } from '../users/revoking.service.js';
import { UserNewsService } from '../users/user-news.service.js';
import { foreverGone, withoutPerson } from './erasure-statements.js';

const itself: ServiceCaller = { kind: 'service', name: 'identity' };

export interface Erasure {
  readonly requestId: string;
  readonly userId: string;
  readonly requestedBy: string;
  readonly approvedBy: string | null;
}

interface Person {
  readonly unitId: string;
  readonly provinceId: string;
  readonly erased: boolean;
}

/** Takes out of this service all that tells who somebody was, and tells the other services to do the same. */
@Injectable()
export class EraserService {
  constructor(
    private readonly revoking: RevokingService,
    private readonly news: UserNewsService,
    private readonly facts: Facts,
  ) {}

  /**
   * The row stays, so that grants, audit entries and results still point at somebody.
   * @throws QueryFailedError of constraint `last_department_admin`
   */
  async erase(
    manager: EntityManager,
    { requestId, userId, requestedBy, approvedBy }: Erasure,
  ): Promise<void> {
    const [person] = await manager.query<Person[]>(
      `SELECT unit_id AS "unitId", province_id AS "provinceId", erased_at IS NOT NULL AS erased
       FROM users WHERE id = $1 FOR UPDATE`,
      [userId],
    );
    if (!person) throw new Failure(privacyErrors.notFound);
    if (person.erased) return;
    const { unitId, provinceId } = person;
    await this.revoking.putOut(manager, [userId]);
    for (const statement of [...foreverGone, ...withoutPerson]) await manager.query(statement, [userId]);
    await this.news.disabled(manager, itself, {
      action: 'privacy.erase',
      userId,
      unitId,
      after: { requestId, requestedBy, approvedBy },
    });
    await this.facts.record(manager, UserErasureFacts.erased, {
      userId,
      provinceId,
      at: new Date().toISOString(),
    });
  }
}

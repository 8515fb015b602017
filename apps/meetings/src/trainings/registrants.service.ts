import { type Caller, mayOn, type ServiceCaller } from '@diemcau/contracts/core/caller';
import { Failure } from '@diemcau/contracts/core/failure';
import { AddresseesClient } from '@diemcau/contracts/identity/addressees';
import { UnitsClient } from '@diemcau/contracts/identity/units';
import { trainingErrors } from '@diemcau/contracts/meetings/trainings-errors';
import { Audit } from '@diemcau/service/audit/audit';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { sessionsOf, type TrainingRow } from './training-row.js';

const itself: ServiceCaller = { kind: 'service', name: 'meetings' };

/** Sessions that have begun, of training `tr`; what was never scheduled did not. */
const held = (now: number): string =>
  `SELECT o.id FROM occurrences o WHERE ${sessionsOf}
     AND o.state NOT IN ('draft', 'pendingApproval') AND o.starts_at <= $${now}::timestamptz`;

/**
 * A registration `r` with what the person attended. Sessions count when they have begun.
 * @param now number of the parameter that says what time it is
 */
export const registrantsOf = (now: number): string => `
  SELECT r.training_id AS "trainingId", r.user_id AS "userId", r.name, r.unit_id AS "unitId", r.unit_name AS "unitName",
         r.unit_path AS "unitPath", r.site_id AS "siteId", r.unit_name || chr(1) || r.name AS key, attended.ids AS attended,
         coalesce(cardinality(attended.ids) * 100 >= tr.required_percent * nullif(sessions.held, 0), false) AS complete,
         (SELECT c.number FROM certificates c WHERE c.training_id = r.training_id AND c.user_id = r.user_id
            AND c.revoked_at IS NULL) AS "certificateNumber"
  FROM registrations r JOIN trainings tr ON tr.id = r.training_id,
    LATERAL (SELECT count(*)::int AS held FROM (${held(now)}) begun) sessions,
    LATERAL (SELECT coalesce(array_agg(m.occurrence_id), '{}') AS ids FROM training_marks m
             WHERE m.training_id = r.training_id AND m.user_id = r.user_id AND m.present
               AND m.occurrence_id IN (${held(now)})) attended`;

export interface Registrant {
  readonly userId: string;
  readonly name: string;
  readonly unitId: string;
  readonly unitName: string;
  readonly path: string[];
}

@Injectable()
export class RegistrantsService {
  constructor(
    private readonly addressees: AddresseesClient,
    private readonly units: UnitsClient,
    private readonly audit: Audit,
  ) {}

  /** People as identity knows them. @throws Failure `trainings.personUnknown` when one is not the caller's to register */
  async named(userIds: readonly string[], caller: Caller): Promise<Registrant[]> {
    const people = (await this.found(userIds)).filter(({ path }) =>
      mayOn(caller, 'trainings.register', path),
    );
    if (people.length !== userIds.length) throw new Failure(trainingErrors.personUnknown);
    return people;
  }

  /** Whoever they are; who left is not found. */
  async found(userIds: readonly string[]): Promise<Registrant[]> {
    if (userIds.length === 0) return [];
    const { items } = await this.addressees.people({ userIds: [...userIds] }, itself);
    const unitIds = [...new Set(items.map(({ unitId }) => unitId))];
    const { items: units } = await this.units.named({ unitIds }, itself);
    const unitOf = new Map(units.map((unit) => [unit.id, unit]));
    return items.flatMap(({ userId, name, unitId }) => {
      const unit = unitOf.get(unitId);
      return unit ? [{ userId, name, unitId, unitName: unit.name, path: unit.path }] : [];
    });
  }

  async note(
    manager: EntityManager,
    caller: Caller,
    action: string,
    { id, unitId }: Pick<TrainingRow, 'id' | 'unitId'>,
    after: object,
  ): Promise<void> {
    await this.audit.record(manager, caller, { action, unitId, object: { kind: 'training', id }, after });
  }
}

import { type Caller, mayOn } from '@diemcau/contracts/core/caller';
import { commonFailures, Failure } from '@diemcau/contracts/core/failure';
import { type Unit, unitErrors, UnitsClient } from '@diemcau/contracts/identity/units';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

/** The units that hold meetings. */
@Injectable()
export class PlacesService {
  constructor(private readonly units: UnitsClient) {}

  /**
   * A unit where the caller plans meetings.
   * @throws Failure `units.notFound` where the caller does not see it, `common.notAllowed`, `units.closed` (I3)
   */
  async writing(unitId: string, caller: Caller): Promise<Unit> {
    const { items } = await this.units.named({ unitIds: [unitId] }, caller);
    const [unit] = items;
    if (!unit) throw new Failure(unitErrors.notFound, { unitId });
    if (!mayOn(caller, 'meetings.write', unit.path)) throw new Failure(commonFailures.notAllowed);
    if (unit.state === 'closed') throw new Failure(unitErrors.closed, { unitId });
    return unit;
  }

  /**
   * As {@link writing}; until the transaction ends facts about units wait, so that a unit which closes at this moment is
   * either seen here as closed, or finds what was made (I3).
   */
  async holding(manager: EntityManager, unitId: string, caller: Caller): Promise<Unit> {
    await manager.query(`SELECT pg_advisory_xact_lock_shared(hashtext('meetings.units'))`);
    return this.writing(unitId, caller);
  }
}

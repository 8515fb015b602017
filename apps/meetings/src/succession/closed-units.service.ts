import type { ServiceCaller } from '@diemcau/contracts/core/caller';
import { UnitReportsClient } from '@diemcau/contracts/identity/unit-reports';
import { Audit } from '@diemcau/service/audit/audit';
import { Clock } from '@diemcau/service/time/clock';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { dayIn } from '../recurrence/zones.js';
import { type HandedOn, type Heir, toHeir, toNobody } from './work.js';

const itself: ServiceCaller = { kind: 'service', name: 'meetings' };
const zone = 'Asia/Ho_Chi_Minh';

/** What a unit that is no more had still to do (I3): meetings to come, the series that make them, papers and duties owed. */
@Injectable()
export class ClosedUnitsService {
  constructor(
    private readonly reports: UnitReportsClient,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** To the one unit that carries on its work; where there is none, or several, nothing new is made. May be repeated. */
  async handOn(manager: EntityManager, unitIds: readonly string[]): Promise<void> {
    if (unitIds.length === 0) return;
    const { items } = await this.reports.now({ unitIds: [...unitIds] }, itself);
    for (const { unitId, now } of items) {
      const [heir, ...others] = now;
      const only = others.length === 0 ? heir : undefined;
      const today = dayIn(zone, this.clock.now());
      const handed = only ? await toHeir(manager, unitId, only) : await toNobody(manager, unitId, today);
      await this.note(manager, unitId, only, handed);
    }
  }

  private async note(
    manager: EntityManager,
    unitId: string,
    heir: Heir | undefined,
    handed: HandedOn,
  ): Promise<void> {
    if (Object.values(handed).every((count) => count === 0)) return;
    await this.audit.record(manager, itself, {
      action: 'occurrences.handOn',
      unitId: heir?.id ?? unitId,
      object: { kind: 'unit', id: unitId },
      after: { toUnitId: heir?.id ?? null, ...handed },
    });
  }
}

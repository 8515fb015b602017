import type { Caller, ServiceCaller } from '@diemcau/contracts/core/caller';
import { UnitFacts } from '@diemcau/contracts/identity/units';
import { Facts } from '@diemcau/service/facts/facts';
import { Jobs } from '@diemcau/service/jobs/jobs';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { AuditService } from '../audit/audit.service.js';
import { RightsService } from '../grants/rights.service.js';
import { beginUnits, somethingIsDue } from './beginning.js';
import { takeEffect } from './effect.js';
import { eventColumns, type EventRow } from './event-row.js';
import { today } from './history.js';
import { inTurn } from './in-turn.js';
import { giveWay } from './late-codes.js';

/** Most unit ids in one fact. */
const perFact = 1000;
const itself: ServiceCaller = { kind: 'service', name: 'identity' };

/** Events take effect on their day: by a job, and before anybody reads or writes on that day. */
@Injectable()
export class TakingEffectService {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly facts: Facts,
    private readonly rights: RightsService,
    private readonly audit: AuditService,
    jobs: Jobs,
  ) {
    jobs.every('identity.units.take-effect', '* * * * *', () => this.catchUp());
  }

  /**
   * Lets every event that is due take effect, and every unit begin that was planned without one, in order, each in a transaction of its own; after days of standstill as
   * well. Costs one look at a small index where nothing is due.
   * @param day today unless given, `YYYY-MM-DD`
   */
  async catchUp(day?: string): Promise<void> {
    while (await this.somethingIsDue(day)) {
      await inTurn(this.database, async (manager) => this.takeNext(manager, day ?? (await today(manager))));
    }
  }

  /** In a transaction that holds the units: what is due comes before what is recorded now. */
  async catchUpWithin(manager: EntityManager): Promise<string> {
    const day = await today(manager);
    while (await this.takeNext(manager, day));
    return day;
  }

  /** Takes effect and tells everybody whom it concerns. */
  async take(manager: EntityManager, event: EventRow, caller: Caller): Promise<void> {
    const { unitIds, userIds, handedOver, recoded } = await takeEffect(manager, event);
    await this.tell(manager, unitIds);
    await this.rights.changed(manager, userIds);
    await this.audit.record(manager, caller, {
      action: 'units.tookEffect',
      unitId: event.unitId,
      object: { kind: 'unitEvent', id: event.id },
      after: {
        kind: event.kind,
        effectiveOn: event.effectiveOn,
        units: unitIds.length,
        codesOfPeople: recoded,
        people: handedOver.map(({ from, to, userIds: people }) => ({ from, to, people: people.length })),
      },
    });
  }

  private async somethingIsDue(day: string | undefined): Promise<boolean> {
    const [row] = await this.database.query<[{ due: boolean }]>(somethingIsDue, [day ?? null]);
    return row.due;
  }

  private async takeNext(manager: EntityManager, day: string): Promise<boolean> {
    const begun = await this.begin(manager, day);
    const [event] = await manager.query<EventRow[]>(
      `SELECT ${eventColumns} FROM unit_events e LEFT JOIN units u ON u.id = e.unit_id
       WHERE e.state = 'planned' AND e.effective_on <= $1::date ORDER BY e.effective_on, e.sequence LIMIT 1`,
      [day],
    );
    if (event) {
      await giveWay(manager, event.id);
      await this.take(manager, event, itself);
    }
    return begun || event !== undefined;
  }

  private async begin(manager: EntityManager, day: string): Promise<boolean> {
    const unitIds = await beginUnits(manager, day);
    await this.tell(manager, unitIds);
    for (const id of unitIds) {
      const object = { kind: 'unit', id };
      await this.audit.record(manager, itself, { action: 'units.begin', unitId: id, object });
    }
    return unitIds.length > 0;
  }

  private async tell(manager: EntityManager, unitIds: readonly string[]): Promise<void> {
    for (let at = 0; at < unitIds.length; at += perFact)
      await this.facts.record(manager, UnitFacts.changed, { unitIds: unitIds.slice(at, at + perFact) });
  }
}

import type { Caller } from '@diemcau/contracts/core/caller';
import type { FoundUnit, RecordUnitEvent, UnitEvent } from '@diemcau/contracts/identity/unit-events';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { AuditService } from '../audit/audit.service.js';
import { refuseUnallowed } from './allowed.js';
import { eventDto, type EventRow } from './event-row.js';
import { holdUnits } from './history.js';
import { inTurn } from './in-turn.js';
import { intend, readEvent, write } from './recording.js';
import { happeningOf } from './shape.js';
import { TakingEffectService } from './taking-effect.service.js';

/** Founding, renaming, merging, splitting, moving, closing and correcting units (SYS-5). */
@Injectable()
export class UnitEventsService {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly taking: TakingEffectService,
    private readonly audit: AuditService,
  ) {}

  /** @throws Failure `common.invalid`, `common.notAllowed`, `units.notFound`, `units.changed`, and of `unitEventErrors` */
  async record(input: RecordUnitEvent, caller: Caller): Promise<UnitEvent> {
    return eventDto(await inTurn(this.database, (manager) => this.recordWithin(manager, input, caller)));
  }

  async found(input: FoundUnit, caller: Caller): Promise<UnitEvent> {
    const { decisionNumber = null, decisionDate = null, ...unit } = input;
    return this.record({ kind: 'found', decisionNumber, decisionDate, ...unit }, caller);
  }

  /** In a transaction of somebody who changes more than units. */
  async recordWithin(manager: EntityManager, input: RecordUnitEvent, caller: Caller): Promise<EventRow> {
    const happening = happeningOf(input);
    await holdUnits(manager);
    const day = await this.taking.catchUpWithin(manager);
    await refuseUnallowed(manager, input, caller);
    const intended = await intend(manager, input, happening, day);
    const event = await write(manager, intended, caller);
    await this.audit.record(manager, caller, {
      action: `units.${input.kind}`,
      unitId: event.unitId,
      object: { kind: 'unitEvent', id: event.id },
      after: input,
    });
    const takesEffect = input.effectiveOn <= day || input.kind === 'correct';
    if (takesEffect) await this.taking.take(manager, event, caller);
    return takesEffect ? readEvent(manager, event.id) : event;
  }
}

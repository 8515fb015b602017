import type { Caller } from '@diemcau/contracts/core/caller';
import { Failure } from '@diemcau/contracts/core/failure';
import { unitEventErrors } from '@diemcau/contracts/identity/unit-event-errors';
import type { RecordUnitEvent, UnitEvent, UnitEventPreview } from '@diemcau/contracts/identity/unit-events';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager, QueryFailedError } from 'typeorm';
import { AuditService } from '../audit/audit.service.js';
import { refuseUnallowed } from './allowed.js';
import { eventDto, type EventRow } from './event-row.js';
import { holdUnits, today } from './history.js';
import { inTurn } from './in-turn.js';
import { previewOf } from './preview.js';
import { intend, readEvent } from './recording.js';
import { happeningOf } from './shape.js';
import { takeBack } from './taking-back.js';
import { TakingEffectService } from './taking-effect.service.js';

/** PostgreSQL: something refers to the row. */
const referred = '23503';

/** What an event would do, and taking back what has not happened yet. */
@Injectable()
export class PlanningService {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly taking: TakingEffectService,
    private readonly audit: AuditService,
  ) {}

  /** @throws Failure exactly when recording it would */
  async preview(input: RecordUnitEvent, caller: Caller): Promise<UnitEventPreview> {
    const happening = happeningOf(input);
    await this.taking.catchUp();
    return this.database.transaction(async (manager) => {
      await refuseUnallowed(manager, input, caller);
      const { decision } = await intend(manager, input, happening, await today(manager));
      return previewOf(manager, input, decision);
    });
  }

  /**
   * @throws Failure `unitEvents.notFound`, `notPlanned`, `laterEvents` when something planned later builds upon it, `inUse`
   * when a unit that it would have founded has people or roles already
   */
  async cancel(eventId: string, caller: Caller): Promise<UnitEvent> {
    try {
      return eventDto(await inTurn(this.database, (manager) => this.cancelWithin(manager, eventId, caller)));
    } catch (error) {
      if (error instanceof QueryFailedError && (error.driverError as { code?: string }).code === referred)
        throw new Failure(unitEventErrors.inUse, { eventId });
      throw error;
    }
  }

  /** As {@link cancel}, in a transaction of somebody else; `inUse` is the database's own refusal here. */
  async cancelWithin(manager: EntityManager, eventId: string, caller: Caller): Promise<EventRow> {
    await holdUnits(manager);
    await this.taking.catchUpWithin(manager);
    const event = await readEvent(manager, eventId);
    await refuseUnallowed(manager, event.body, caller).catch((error: unknown) => {
      throw hidden(error, eventId);
    });
    if (event.state !== 'planned') throw new Failure(unitEventErrors.notPlanned, { eventId });
    await takeBack(manager, event);
    await this.audit.record(manager, caller, {
      action: 'units.cancelEvent',
      unitId: event.unitId,
      object: { kind: 'unitEvent', id: eventId },
      before: event.body,
    });
    return readEvent(manager, eventId);
  }
}

/** An event of units that the caller does not see is not there. */
function hidden(error: unknown, eventId: string): unknown {
  const unseen = error instanceof Failure && error.kind.status === 404;
  return unseen ? new Failure(unitEventErrors.notFound, { eventId }) : error;
}

import type { Caller } from '@diemcau/contracts/core/caller';
import type { Handlers } from '@diemcau/contracts/core/contract';
import {
  FoundUnit,
  RecordUnitEvent,
  type UnitEvent,
  type UnitEventPage,
  type UnitEventPreview,
  UnitEventQuery,
  UnitEventRef,
  UnitEvents,
  type UnitHistory,
} from '@diemcau/contracts/identity/unit-events';
import { UnitRef } from '@diemcau/contracts/identity/units';
import { Handles } from '@diemcau/service/bus/handles';
import { Controller } from '@nestjs/common';
import { PlanningService } from './planning.service.js';
import { UnitEventsService } from './unit-events.service.js';
import { UnitHistoryService } from './unit-history.service.js';

@Controller()
export class UnitEventsHandlers implements Handlers<typeof UnitEvents> {
  constructor(
    private readonly events: UnitEventsService,
    private readonly planning: PlanningService,
    private readonly past: UnitHistoryService,
  ) {}

  @Handles(UnitEvents.record) async record(input: RecordUnitEvent, caller: Caller): Promise<UnitEvent> {
    return this.events.record(input, caller);
  }

  @Handles(UnitEvents.found) async found(input: FoundUnit, caller: Caller): Promise<UnitEvent> {
    return this.events.found(input, caller);
  }

  @Handles(UnitEvents.preview) async preview(
    input: RecordUnitEvent,
    caller: Caller,
  ): Promise<UnitEventPreview> {
    return this.planning.preview(input, caller);
  }

  @Handles(UnitEvents.list) async list(input: UnitEventQuery, caller: Caller): Promise<UnitEventPage> {
    return this.past.list(input, caller);
  }

  @Handles(UnitEvents.find) async find({ eventId }: UnitEventRef, caller: Caller): Promise<UnitEvent> {
    return this.past.find(eventId, caller);
  }

  @Handles(UnitEvents.history) async history({ unitId }: UnitRef, caller: Caller): Promise<UnitHistory> {
    return this.past.of(unitId, caller);
  }

  @Handles(UnitEvents.cancel) async cancel({ eventId }: UnitEventRef, caller: Caller): Promise<UnitEvent> {
    return this.planning.cancel(eventId, caller);
  }
}

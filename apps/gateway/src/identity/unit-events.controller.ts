import type { Caller } from '@diemcau/contracts/core/caller';
import {
  type FoundUnit,
  type RecordUnitEvent,
  type UnitEvent,
  type UnitEventPage,
  type UnitEventPreview,
  type UnitEventQuery,
  type UnitEventRef,
  UnitEvents,
  UnitEventsClient,
  type UnitHistory,
} from '@diemcau/contracts/identity/unit-events';
import type { UnitRef } from '@diemcau/contracts/identity/units';
import { Controller } from '@nestjs/common';
import { mayDo } from '../edge/auth/access.js';
import { Route } from '../edge/http/route.js';

const reading = mayDo('units.read');
const changing = mayDo('units.change');

/** What happened to units, and what is planned to happen (SYS-5). */
@Controller()
export class UnitEventsController {
  constructor(private readonly events: UnitEventsClient) {}

  @Route.post('units', UnitEvents.found, changing, 'Thành lập đơn vị · Found a unit', { status: 201 })
  found(input: FoundUnit, caller: Caller): Promise<UnitEvent> {
    return this.events.found(input, caller);
  }

  @Route.get(
    'units/:unitId/history',
    UnitEvents.history,
    reading,
    'Lịch sử của một đơn vị · The history of one unit',
  )
  history(input: UnitRef, caller: Caller): Promise<UnitHistory> {
    return this.events.history(input, caller);
  }

  @Route.post(
    'unit-events',
    UnitEvents.record,
    changing,
    'Ghi đổi tên, sáp nhập, chia tách, chuyển, giải thể · Record an event',
    { status: 201 },
  )
  record(input: RecordUnitEvent, caller: Caller): Promise<UnitEvent> {
    return this.events.record(input, caller);
  }

  @Route.post(
    'unit-events/preview',
    UnitEvents.preview,
    changing,
    'Xem trước một sự kiện sẽ đổi những gì · What an event would change',
    { limit: 'read' },
  )
  preview(input: RecordUnitEvent, caller: Caller): Promise<UnitEventPreview> {
    return this.events.preview(input, caller);
  }

  @Route.get(
    'unit-events',
    UnitEvents.list,
    reading,
    'Các sự kiện, gồm cả dự kiến · Events, planned ones too',
  )
  list(input: UnitEventQuery, caller: Caller): Promise<UnitEventPage> {
    return this.events.list(input, caller);
  }

  @Route.get('unit-events/:eventId', UnitEvents.find, reading, 'Một sự kiện · One event')
  find(input: UnitEventRef, caller: Caller): Promise<UnitEvent> {
    return this.events.find(input, caller);
  }

  @Route.delete(
    'unit-events/:eventId',
    UnitEvents.cancel,
    changing,
    'Huỷ sự kiện dự kiến · Cancel a planned event',
  )
  cancel(input: UnitEventRef, caller: Caller): Promise<UnitEvent> {
    return this.events.cancel(input, caller);
  }
}

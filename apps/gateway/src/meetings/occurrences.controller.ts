import type { Caller } from '@diemcau/contracts/core/caller';
import {
  CancelOccurrence,
  ChangeOccurrence,
  CorrectOccurrence,
  MakeOccurrence,
  OccurrenceRef,
  OccurrenceStep,
  PostponeOccurrence,
  RescheduleOccurrence,
} from '@diemcau/contracts/meetings/occurrences-changes';
import {
  CalendarQuery,
  type Occurrence,
  type OccurrencePage,
  OccurrenceQuery,
  Occurrences,
  OccurrencesClient,
  type UnitCalendar,
} from '@diemcau/contracts/meetings/occurrences';
import { Controller } from '@nestjs/common';
import { mayDo } from '../edge/auth/access.js';
import { Route } from '../edge/http/route.js';

@Controller()
export class OccurrencesController {
  constructor(private readonly occurrences: OccurrencesClient) {}

  @Route.get('occurrences', Occurrences.list, mayDo('meetings.read'), 'Các phiên họp · Meetings')
  list(input: OccurrenceQuery, caller: Caller): Promise<OccurrencePage> {
    return this.occurrences.list(input, caller);
  }

  @Route.get(
    'units/:unitId/calendar',
    Occurrences.calendar,
    mayDo('meetings.read'),
    'Lịch họp của một đơn vị · Calendar of a unit',
  )
  calendar(input: CalendarQuery, caller: Caller): Promise<UnitCalendar> {
    return this.occurrences.calendar(input, caller);
  }

  @Route.get(
    'occurrences/:occurrenceId',
    Occurrences.find,
    mayDo('meetings.read'),
    'Một phiên họp · A meeting',
  )
  find(input: OccurrenceRef, caller: Caller): Promise<Occurrence> {
    return this.occurrences.find(input, caller);
  }

  @Route.post('occurrences', Occurrences.make, mayDo('meetings.write'), 'Lập phiên họp · Make a meeting', {
    status: 201,
  })
  make(input: MakeOccurrence, caller: Caller): Promise<Occurrence> {
    return this.occurrences.make(input, caller);
  }

  @Route.patch(
    'occurrences/:occurrenceId',
    Occurrences.change,
    mayDo('meetings.read'),
    'Sửa phiên họp · Change a meeting',
  )
  change(input: ChangeOccurrence, caller: Caller): Promise<Occurrence> {
    return this.occurrences.change(input, caller);
  }

  @Route.post(
    'occurrences/:occurrenceId/submit',
    Occurrences.submit,
    mayDo('meetings.read'),
    'Trình duyệt · Submit for approval',
  )
  submit(input: OccurrenceStep, caller: Caller): Promise<Occurrence> {
    return this.occurrences.submit(input, caller);
  }

  @Route.post(
    'occurrences/:occurrenceId/schedule',
    Occurrences.schedule,
    mayDo('meetings.write'),
    'Lên lịch · Schedule',
  )
  schedule(input: OccurrenceStep, caller: Caller): Promise<Occurrence> {
    return this.occurrences.schedule(input, caller);
  }

  @Route.post(
    'occurrences/:occurrenceId/postpone',
    Occurrences.postpone,
    mayDo('meetings.write'),
    'Hoãn họp · Postpone',
  )
  postpone(input: PostponeOccurrence, caller: Caller): Promise<Occurrence> {
    return this.occurrences.postpone(input, caller);
  }

  @Route.post(
    'occurrences/:occurrenceId/reschedule',
    Occurrences.reschedule,
    mayDo('meetings.write'),
    'Xếp lại giờ · Give a new time',
  )
  reschedule(input: RescheduleOccurrence, caller: Caller): Promise<Occurrence> {
    return this.occurrences.reschedule(input, caller);
  }

  @Route.post(
    'occurrences/:occurrenceId/cancel',
    Occurrences.cancel,
    mayDo('meetings.write'),
    'Huỷ họp · Cancel',
  )
  cancel(input: CancelOccurrence, caller: Caller): Promise<Occurrence> {
    return this.occurrences.cancel(input, caller);
  }

  @Route.post(
    'occurrences/:occurrenceId/report',
    Occurrences.report,
    mayDo('meetings.write'),
    'Chốt báo cáo · Close with its report',
  )
  report(input: OccurrenceStep, caller: Caller): Promise<Occurrence> {
    return this.occurrences.report(input, caller);
  }

  @Route.post(
    'occurrences/:occurrenceId/corrections',
    Occurrences.correct,
    mayDo('meetings.write'),
    'Ghi đính chính · Append a correction',
    { status: 201 },
  )
  correct(input: CorrectOccurrence, caller: Caller): Promise<Occurrence> {
    return this.occurrences.correct(input, caller);
  }
}

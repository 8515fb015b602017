import type { Caller } from '@diemcau/contracts/core/caller';
import {
  CancelOccurrence,
  OccurrenceStep,
  StartOccurrence,
} from '@diemcau/contracts/meetings/occurrences-changes';
import { type Occurrence, Occurrences, OccurrencesClient } from '@diemcau/contracts/meetings/occurrences';
import { Controller } from '@nestjs/common';
import { mayDo } from '../edge/auth/access.js';
import { Route } from '../edge/http/route.js';

@Controller()
export class PresidingController {
  constructor(private readonly occurrences: OccurrencesClient) {}

  @Route.post(
    'occurrences/:occurrenceId/start',
    Occurrences.start,
    mayDo('meetings.preside'),
    'Bắt đầu họp · Start',
  )
  start(input: StartOccurrence, caller: Caller): Promise<Occurrence> {
    return this.occurrences.start(input, caller);
  }

  @Route.post(
    'occurrences/:occurrenceId/pause',
    Occurrences.pause,
    mayDo('meetings.preside'),
    'Tạm dừng · Pause',
  )
  pause(input: OccurrenceStep, caller: Caller): Promise<Occurrence> {
    return this.occurrences.pause(input, caller);
  }

  @Route.post(
    'occurrences/:occurrenceId/resume',
    Occurrences.resume,
    mayDo('meetings.preside'),
    'Họp tiếp · Resume',
  )
  resume(input: OccurrenceStep, caller: Caller): Promise<Occurrence> {
    return this.occurrences.resume(input, caller);
  }

  @Route.post(
    'occurrences/:occurrenceId/end',
    Occurrences.end,
    mayDo('meetings.preside'),
    'Kết thúc họp · End',
  )
  end(input: OccurrenceStep, caller: Caller): Promise<Occurrence> {
    return this.occurrences.end(input, caller);
  }

  @Route.post(
    'occurrences/:occurrenceId/abort',
    Occurrences.abort,
    mayDo('meetings.preside'),
    'Dừng hẳn giữa chừng · Abort',
  )
  abort(input: CancelOccurrence, caller: Caller): Promise<Occurrence> {
    return this.occurrences.abort(input, caller);
  }
}

import type { Caller } from '@diemcau/contracts/core/caller';
import type { Handlers } from '@diemcau/contracts/core/contract';
import { type Occurrence, Occurrences } from '@diemcau/contracts/meetings/occurrences';
import {
  CancelOccurrence,
  OccurrenceStep,
  StartOccurrence,
} from '@diemcau/contracts/meetings/occurrences-changes';
import { Handles } from '@diemcau/service/bus/handles';
import { Controller } from '@nestjs/common';
import { PresidingService } from './presiding.service.js';
import { OccurrenceViewService } from './view.service.js';

type Answered = 'start' | 'pause' | 'resume' | 'end' | 'abort';

@Controller()
export class PresidingHandlers implements Pick<Handlers<typeof Occurrences>, Answered> {
  constructor(
    private readonly presiding: PresidingService,
    private readonly view: OccurrenceViewService,
  ) {}

  @Handles(Occurrences.start) async start(input: StartOccurrence, caller: Caller): Promise<Occurrence> {
    await this.presiding.start(input, caller);
    return this.view.find(input.occurrenceId, caller);
  }

  @Handles(Occurrences.pause) async pause(input: OccurrenceStep, caller: Caller): Promise<Occurrence> {
    await this.presiding.pause(input, caller);
    return this.view.find(input.occurrenceId, caller);
  }

  @Handles(Occurrences.resume) async resume(input: OccurrenceStep, caller: Caller): Promise<Occurrence> {
    await this.presiding.resume(input, caller);
    return this.view.find(input.occurrenceId, caller);
  }

  @Handles(Occurrences.end) async end(input: OccurrenceStep, caller: Caller): Promise<Occurrence> {
    await this.presiding.end(input, caller);
    return this.view.find(input.occurrenceId, caller);
  }

  @Handles(Occurrences.abort) async abort(input: CancelOccurrence, caller: Caller): Promise<Occurrence> {
    await this.presiding.abort(input, caller);
    return this.view.find(input.occurrenceId, caller);
  }
}

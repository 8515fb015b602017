import type { Caller } from '@diemcau/contracts/core/caller';
import type { Handlers } from '@diemcau/contracts/core/contract';
import { type Occurrence, Occurrences } from '@diemcau/contracts/meetings/occurrences';
import {
  CancelOccurrence,
  OccurrenceStep,
  PostponeOccurrence,
  RescheduleOccurrence,
} from '@diemcau/contracts/meetings/occurrences-changes';
import { Handles } from '@diemcau/service/bus/handles';
import { Controller } from '@nestjs/common';
import { StepsService } from './steps.service.js';
import { OccurrenceViewService } from './view.service.js';

type Answered = 'submit' | 'schedule' | 'postpone' | 'reschedule' | 'cancel' | 'report';

@Controller()
export class StepsHandlers implements Pick<Handlers<typeof Occurrences>, Answered> {
  constructor(
    private readonly steps: StepsService,
    private readonly view: OccurrenceViewService,
  ) {}

  @Handles(Occurrences.submit) async submit(input: OccurrenceStep, caller: Caller): Promise<Occurrence> {
    await this.steps.submit(input, caller);
    return this.view.find(input.occurrenceId, caller);
  }

  @Handles(Occurrences.schedule) async schedule(input: OccurrenceStep, caller: Caller): Promise<Occurrence> {
    await this.steps.schedule(input, caller);
    return this.view.find(input.occurrenceId, caller);
  }

  @Handles(Occurrences.postpone) async postpone(
    input: PostponeOccurrence,
    caller: Caller,
  ): Promise<Occurrence> {
    await this.steps.postpone(input, caller);
    return this.view.find(input.occurrenceId, caller);
  }

  @Handles(Occurrences.reschedule) async reschedule(
    input: RescheduleOccurrence,
    caller: Caller,
  ): Promise<Occurrence> {
    await this.steps.reschedule(input, caller);
    return this.view.find(input.occurrenceId, caller);
  }

  @Handles(Occurrences.cancel) async cancel(input: CancelOccurrence, caller: Caller): Promise<Occurrence> {
    await this.steps.cancel(input, caller);
    return this.view.find(input.occurrenceId, caller);
  }

  @Handles(Occurrences.report) async report(input: OccurrenceStep, caller: Caller): Promise<Occurrence> {
    await this.steps.report(input, caller);
    return this.view.find(input.occurrenceId, caller);
  }
}

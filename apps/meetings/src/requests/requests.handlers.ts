import type { Caller } from '@diemcau/contracts/core/caller';
import type { Handlers } from '@diemcau/contracts/core/contract';
import type { Occurrence } from '@diemcau/contracts/meetings/occurrences';
import { OccurrenceRef, OccurrenceStep } from '@diemcau/contracts/meetings/occurrences-changes';
import {
  AskForMeeting,
  RejectRequest,
  type RequestPage,
  RequestQuery,
  Requests,
} from '@diemcau/contracts/meetings/requests';
import { Handles } from '@diemcau/service/bus/handles';
import { Controller } from '@nestjs/common';
import { InboxService } from '../occurrences/inbox.service.js';
import { StepsService } from '../occurrences/steps.service.js';
import { OccurrenceViewService } from '../occurrences/view.service.js';
import { AskingForMeetingService } from './asking.service.js';

@Controller()
export class RequestsHandlers implements Handlers<typeof Requests> {
  constructor(
    private readonly inbox: InboxService,
    private readonly asking: AskingForMeetingService,
    private readonly steps: StepsService,
    private readonly view: OccurrenceViewService,
  ) {}

  @Handles(Requests.list) async list(input: RequestQuery, caller: Caller): Promise<RequestPage> {
    return this.inbox.list(input, caller);
  }

  @Handles(Requests.ask) async ask(input: AskForMeeting, caller: Caller): Promise<Occurrence> {
    return this.view.find(await this.asking.ask(input, caller), caller);
  }

  @Handles(Requests.approve) async approve(input: OccurrenceStep, caller: Caller): Promise<Occurrence> {
    await this.steps.approve(input, caller);
    return this.view.find(input.occurrenceId, caller);
  }

  @Handles(Requests.reject) async reject(input: RejectRequest, caller: Caller): Promise<Occurrence> {
    await this.steps.reject(input, caller);
    return this.view.find(input.occurrenceId, caller);
  }

  @Handles(Requests.takeBack) async takeBack(
    { occurrenceId }: OccurrenceRef,
    caller: Caller,
  ): Promise<Occurrence> {
    await this.steps.takeBack(occurrenceId, caller);
    return this.view.find(occurrenceId, caller);
  }
}

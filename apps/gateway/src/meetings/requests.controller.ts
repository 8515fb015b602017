import type { Caller } from '@diemcau/contracts/core/caller';
import { OccurrenceRef, OccurrenceStep } from '@diemcau/contracts/meetings/occurrences-changes';
import type { Occurrence } from '@diemcau/contracts/meetings/occurrences';
import {
  AskForMeeting,
  RejectRequest,
  type RequestPage,
  RequestQuery,
  Requests,
  RequestsClient,
} from '@diemcau/contracts/meetings/requests';
import { Controller } from '@nestjs/common';
import { mayDo } from '../edge/auth/access.js';
import { Route } from '../edge/http/route.js';

@Controller()
export class RequestsController {
  constructor(private readonly requests: RequestsClient) {}

  @Route.get('meeting-requests', Requests.list, mayDo('meetings.read'), 'Đề nghị họp · Requests for meetings')
  list(input: RequestQuery, caller: Caller): Promise<RequestPage> {
    return this.requests.list(input, caller);
  }

  @Route.post(
    'meeting-requests',
    Requests.ask,
    mayDo('meetings.request'),
    'Đề nghị họp · Ask for a meeting',
    { status: 201 },
  )
  ask(input: AskForMeeting, caller: Caller): Promise<Occurrence> {
    return this.requests.ask(input, caller);
  }

  @Route.post(
    'meeting-requests/:occurrenceId/approve',
    Requests.approve,
    mayDo('meetings.approve'),
    'Duyệt · Approve',
  )
  approve(input: OccurrenceStep, caller: Caller): Promise<Occurrence> {
    return this.requests.approve(input, caller);
  }

  @Route.post(
    'meeting-requests/:occurrenceId/reject',
    Requests.reject,
    mayDo('meetings.approve'),
    'Không duyệt · Refuse',
  )
  reject(input: RejectRequest, caller: Caller): Promise<Occurrence> {
    return this.requests.reject(input, caller);
  }

  @Route.post(
    'meeting-requests/:occurrenceId/take-back',
    Requests.takeBack,
    mayDo('meetings.request'),
    'Rút lại để sửa · Take back to mend',
  )
  takeBack(input: OccurrenceRef, caller: Caller): Promise<Occurrence> {
    return this.requests.takeBack(input, caller);
  }
}

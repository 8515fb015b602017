import type { Caller } from '@diemcau/contracts/core/caller';
import {
  type MeetingTypeList,
  MeetingTypeRef,
  MeetingTypes,
  MeetingTypesClient,
  MeetingTypesQuery,
  SetMeetingType,
} from '@diemcau/contracts/meetings/meeting-types';
import { Controller } from '@nestjs/common';
import { mayDo } from '../edge/auth/access.js';
import { Route } from '../edge/http/route.js';

@Controller()
export class MeetingTypesController {
  constructor(private readonly types: MeetingTypesClient) {}

  @Route.get('meeting-types', MeetingTypes.list, mayDo('meetings.read'), 'Loại cuộc họp · Types of meetings')
  list(input: MeetingTypesQuery, caller: Caller): Promise<MeetingTypeList> {
    return this.types.list(input, caller);
  }

  @Route.put(
    'meeting-types/:kind',
    MeetingTypes.set,
    mayDo('meetings.configure'),
    'Đặt loại cuộc họp · Set a type',
  )
  set(input: SetMeetingType, caller: Caller): Promise<MeetingTypeList> {
    return this.types.set(input, caller);
  }

  @Route.delete(
    'meeting-types/:kind',
    MeetingTypes.reset,
    mayDo('meetings.configure'),
    'Trở về mặc định · Back to the default',
  )
  reset(input: MeetingTypeRef, caller: Caller): Promise<MeetingTypeList> {
    return this.types.reset(input, caller);
  }
}

import type { Caller } from '@diemcau/contracts/core/caller';
import type { Handlers } from '@diemcau/contracts/core/contract';
import {
  type MeetingTypeList,
  MeetingTypeRef,
  MeetingTypes,
  MeetingTypesQuery,
  SetMeetingType,
} from '@diemcau/contracts/meetings/meeting-types';
import { Handles } from '@diemcau/service/bus/handles';
import { Controller } from '@nestjs/common';
import { ChangingTypesService } from './changing-types.service.js';

@Controller()
export class MeetingTypesHandlers implements Handlers<typeof MeetingTypes> {
  constructor(private readonly types: ChangingTypesService) {}

  @Handles(MeetingTypes.list) async list(
    { provinceId }: MeetingTypesQuery,
    caller: Caller,
  ): Promise<MeetingTypeList> {
    return this.types.list(provinceId, caller);
  }

  @Handles(MeetingTypes.set) async set(input: SetMeetingType, caller: Caller): Promise<MeetingTypeList> {
    return this.types.set(input, caller);
  }

  @Handles(MeetingTypes.reset) async reset(input: MeetingTypeRef, caller: Caller): Promise<MeetingTypeList> {
    return this.types.reset(input, caller);
  }
}

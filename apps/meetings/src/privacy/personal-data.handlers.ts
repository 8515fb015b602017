import type { Caller } from '@diemcau/contracts/core/caller';
import type { Handlers } from '@diemcau/contracts/core/contract';
import { commonFailures, Failure } from '@diemcau/contracts/core/failure';
import { type PersonalDataPage, PersonalDataQuery } from '@diemcau/contracts/core/personal-data';
import { MeetingsPersonalData } from '@diemcau/contracts/meetings/personal-data';
import { Handles } from '@diemcau/service/bus/handles';
import { Controller } from '@nestjs/common';
import { ArchiveService } from './archive.service.js';

@Controller()
export class PersonalDataHandlers implements Handlers<typeof MeetingsPersonalData> {
  constructor(private readonly archive: ArchiveService) {}

  @Handles(MeetingsPersonalData.of) async of(
    query: PersonalDataQuery,
    caller: Caller,
  ): Promise<PersonalDataPage> {
    if (caller.kind !== 'service') throw new Failure(commonFailures.notAllowed);
    return this.archive.page(query);
  }
}

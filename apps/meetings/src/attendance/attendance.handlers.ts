import type { Caller } from '@diemcau/contracts/core/caller';
import type { Handlers } from '@diemcau/contracts/core/contract';
import {
  type AttendanceRef,
  Attendances,
  type DeclareHeadcount,
} from '@diemcau/contracts/meetings/attendance';
import { Handles } from '@diemcau/service/bus/handles';
import { Controller } from '@nestjs/common';
import { AttendanceService } from './attendance.service.js';
import { DeclaringService } from './declaring.service.js';

@Controller()
export class AttendanceHandlers implements Handlers<typeof Attendances> {
  constructor(
    private readonly attendance: AttendanceService,
    private readonly declaring: DeclaringService,
  ) {}

  @Handles(Attendances.find) async find({ occurrenceId }: AttendanceRef, caller: Caller) {
    return this.attendance.find(occurrenceId, caller);
  }
  @Handles(Attendances.declare) async declare(input: DeclareHeadcount, caller: Caller) {
    await this.declaring.declare(input, caller);
    return this.attendance.find(input.occurrenceId, caller);
  }
}

import type { Caller } from '@diemcau/contracts/core/caller';
import type { Handlers } from '@diemcau/contracts/core/contract';
import { Expiries, type ExpiryPage, ExpiryQuery } from '@diemcau/contracts/meetings/expiries';
import { Handles } from '@diemcau/service/bus/handles';
import { Controller } from '@nestjs/common';
import { ExpiriesService } from './expiries.service.js';

@Controller()
export class ExpiriesHandlers implements Handlers<typeof Expiries> {
  constructor(private readonly expiries: ExpiriesService) {}

  @Handles(Expiries.list) async list(input: ExpiryQuery, caller: Caller): Promise<ExpiryPage> {
    return this.expiries.list(input, caller);
  }
}

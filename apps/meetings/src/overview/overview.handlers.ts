import type { Caller } from '@diemcau/contracts/core/caller';
import type { Handlers } from '@diemcau/contracts/core/contract';
import { type Overview, OverviewQuery, Overviews } from '@diemcau/contracts/meetings/overview';
import { Handles } from '@diemcau/service/bus/handles';
import { Controller } from '@nestjs/common';
import { OverviewService } from './overview.service.js';

@Controller()
export class OverviewHandlers implements Handlers<typeof Overviews> {
  constructor(private readonly overview: OverviewService) {}

  @Handles(Overviews.read) async read(query: OverviewQuery, caller: Caller): Promise<Overview> {
    return this.overview.read(query, caller);
  }
}

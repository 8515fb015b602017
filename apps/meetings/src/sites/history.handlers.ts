import type { Caller } from '@diemcau/contracts/core/caller';
import type { Handlers } from '@diemcau/contracts/core/contract';
import {
  SiteHistories,
  type SiteHistoryPage,
  SiteHistoryQuery,
} from '@diemcau/contracts/meetings/sites-history';
import { Handles } from '@diemcau/service/bus/handles';
import { Controller } from '@nestjs/common';
import { SiteHistoryService } from './history.service.js';

@Controller()
export class SiteHistoryHandlers implements Handlers<typeof SiteHistories> {
  constructor(private readonly history: SiteHistoryService) {}

  @Handles(SiteHistories.of) async of(input: SiteHistoryQuery, caller: Caller): Promise<SiteHistoryPage> {
    return this.history.of(input, caller);
  }
}

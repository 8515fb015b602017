import type { Caller } from '@diemcau/contracts/core/caller';
import type { Handlers } from '@diemcau/contracts/core/contract';
import { HandOverSite, type Site, SiteOwnership } from '@diemcau/contracts/meetings/sites';
import { Handles } from '@diemcau/service/bus/handles';
import { Controller } from '@nestjs/common';
import { SiteHandingOverService } from './handing-over.service.js';
import { SiteReadingService } from './reading.service.js';

@Controller()
export class SiteOwnershipHandlers implements Handlers<typeof SiteOwnership> {
  constructor(
    private readonly handing: SiteHandingOverService,
    private readonly reading: SiteReadingService,
  ) {}

  @Handles(SiteOwnership.handOver) async handOver(input: HandOverSite, caller: Caller): Promise<Site> {
    await this.handing.handOver(input, caller);
    return this.reading.known(input.siteId);
  }
}

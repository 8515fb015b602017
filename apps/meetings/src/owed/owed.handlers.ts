import type { Caller } from '@diemcau/contracts/core/caller';
import type { Handlers } from '@diemcau/contracts/core/contract';
import { Nothing } from '@diemcau/contracts/core/page';
import {
  Owed,
  type OwedChecks,
  type OwedApprovals,
  type OwedCorrections,
  type OwedMaintenances,
  type OwedReports,
  type OwedReviews,
  type OwedSites,
  type OwedTrials,
} from '@diemcau/contracts/meetings/owed';
import { Handles } from '@diemcau/service/bus/handles';
import { Controller } from '@nestjs/common';
import { ChecksOwedService } from './checks-owed.service.js';
import { PapersOwedService } from './papers-owed.service.js';
import { PlansOwedService } from './plans-owed.service.js';
import { SitesOwedService } from './sites-owed.service.js';
import { TrialsOwedService } from './trials-owed.service.js';

@Controller()
export class OwedHandlers implements Handlers<typeof Owed> {
  constructor(
    private readonly plansOwed: PlansOwedService,
    private readonly checksOwed: ChecksOwedService,
    private readonly trialsOwed: TrialsOwedService,
    private readonly sitesOwed: SitesOwedService,
    private readonly papersOwed: PapersOwedService,
  ) {}

  @Handles(Owed.approvals) async approvals(_: Nothing, caller: Caller): Promise<OwedApprovals> {
    return this.plansOwed.approvals(caller);
  }

  @Handles(Owed.corrections) async corrections(_: Nothing, caller: Caller): Promise<OwedCorrections> {
    return this.plansOwed.corrections(caller);
  }

  @Handles(Owed.checks) async checks(_: Nothing, caller: Caller): Promise<OwedChecks> {
    return this.checksOwed.list(caller);
  }

  @Handles(Owed.sites) async sites(_: Nothing, caller: Caller): Promise<OwedSites> {
    return this.sitesOwed.list(caller);
  }

  @Handles(Owed.maintenance) async maintenance(_: Nothing, caller: Caller): Promise<OwedMaintenances> {
    return this.sitesOwed.maintenance(caller);
  }

  @Handles(Owed.trials) async trials(_: Nothing, caller: Caller): Promise<OwedTrials> {
    return this.trialsOwed.list(caller);
  }

  @Handles(Owed.reviews) async reviews(_: Nothing, caller: Caller): Promise<OwedReviews> {
    return this.papersOwed.reviews(caller);
  }

  @Handles(Owed.reports) async reports(_: Nothing, caller: Caller): Promise<OwedReports> {
    return this.papersOwed.reports(caller);
  }
}

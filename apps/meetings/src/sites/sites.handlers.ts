import type { Caller } from '@diemcau/contracts/core/caller';
import type { Handlers } from '@diemcau/contracts/core/contract';
import {
  ChangeSite,
  MakeSite,
  SetSeating,
  SetSiteOperators,
  type Site,
  type SitePage,
  SiteQuery,
  SiteRef,
  Sites,
  SiteVersionRef,
  SuspendSite,
} from '@diemcau/contracts/meetings/sites';
import { Handles } from '@diemcau/service/bus/handles';
import { Controller } from '@nestjs/common';
import { SiteChangesService } from './changes.service.js';
import { SiteLifecycleService } from './lifecycle.service.js';
import { SiteOperatorsService } from './operators.service.js';
import { SiteReadingService } from './reading.service.js';
import { SiteSeatingService } from './seating.service.js';

@Controller()
export class SitesHandlers implements Handlers<typeof Sites> {
  constructor(
    private readonly reading: SiteReadingService,
    private readonly changes: SiteChangesService,
    private readonly operators: SiteOperatorsService,
    private readonly seating: SiteSeatingService,
    private readonly lifecycle: SiteLifecycleService,
  ) {}

  @Handles(Sites.list) async list(input: SiteQuery, caller: Caller): Promise<SitePage> {
    return this.reading.list(input, caller);
  }

  @Handles(Sites.find) async find({ siteId }: SiteRef, caller: Caller): Promise<Site> {
    return this.reading.find(siteId, caller);
  }

  @Handles(Sites.make) async make(input: MakeSite, caller: Caller): Promise<Site> {
    return this.reading.known(await this.changes.make(input, caller));
  }

  @Handles(Sites.change) async change(input: ChangeSite, caller: Caller): Promise<Site> {
    await this.changes.change(input, caller);
    return this.reading.known(input.siteId);
  }

  @Handles(Sites.setOperators) async setOperators(input: SetSiteOperators, caller: Caller): Promise<Site> {
    await this.operators.set(input, caller);
    return this.reading.known(input.siteId);
  }

  @Handles(Sites.setSeating) async setSeating(input: SetSeating, caller: Caller): Promise<Site> {
    await this.seating.set(input, caller);
    return this.reading.known(input.siteId);
  }

  @Handles(Sites.suspend) async suspend(input: SuspendSite, caller: Caller): Promise<Site> {
    await this.lifecycle.suspend(input, caller);
    return this.reading.known(input.siteId);
  }

  @Handles(Sites.resume) async resume(input: SiteVersionRef, caller: Caller): Promise<Site> {
    await this.lifecycle.resume(input, caller);
    return this.reading.known(input.siteId);
  }

  @Handles(Sites.retire) async retire(input: SiteVersionRef, caller: Caller): Promise<Site> {
    await this.lifecycle.retire(input, caller);
    return this.reading.known(input.siteId);
  }
}

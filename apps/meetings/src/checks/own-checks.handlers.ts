import { type Caller } from '@diemcau/contracts/core/caller';
import type { Handlers } from '@diemcau/contracts/core/contract';
import type { Nothing } from '@diemcau/contracts/core/page';
import type { SiteCheckRef } from '@diemcau/contracts/meetings/checks';
import {
  type CheckToken,
  LinkedChecks,
  OwnSiteChecks,
  type SubmitByLink,
  type SubmitCheck,
} from '@diemcau/contracts/meetings/checks-own';
import { Handles } from '@diemcau/service/bus/handles';
import { Controller } from '@nestjs/common';
import { ChecksService } from './checks.service.js';
import { MirrorsService } from './mirrors.service.js';
import { OwnChecksService } from './own-checks.service.js';
import { TryingService } from './trying.service.js';

@Controller()
export class OwnChecksHandlers implements Handlers<typeof OwnSiteChecks> {
  constructor(
    private readonly own: OwnChecksService,
    private readonly trying: TryingService,
    private readonly mirrors: MirrorsService,
  ) {}

  @Handles(OwnSiteChecks.mine) async mine(_: Nothing, caller: Caller) {
    return { items: await this.own.mine(caller) };
  }
  @Handles(OwnSiteChecks.look) async look({ occurrenceId, siteId }: SiteCheckRef, caller: Caller) {
    return this.own.look(occurrenceId, siteId, { caller, linked: false });
  }
  @Handles(OwnSiteChecks.begin) async begin({ occurrenceId, siteId }: SiteCheckRef, caller: Caller) {
    return this.trying.begin(occurrenceId, siteId, { caller, linked: false });
  }
  @Handles(OwnSiteChecks.mirror) async mirror({ occurrenceId, siteId }: SiteCheckRef, caller: Caller) {
    return this.mirrors.ticketFor(occurrenceId, siteId, { caller, linked: false });
  }
  @Handles(OwnSiteChecks.submit) async submit(input: SubmitCheck, caller: Caller) {
    return this.trying.submit(input, { caller, linked: false });
  }
}

/** The link says which site and meeting; nothing else about the caller counts. */
@Controller()
export class LinkedChecksHandlers implements Handlers<typeof LinkedChecks> {
  constructor(
    private readonly checks: ChecksService,
    private readonly own: OwnChecksService,
    private readonly trying: TryingService,
    private readonly mirrors: MirrorsService,
  ) {}

  @Handles(LinkedChecks.look) async look({ token }: CheckToken, caller: Caller) {
    const { occurrenceId, siteId } = this.checks.linked(token);
    return this.own.look(occurrenceId, siteId, { caller, linked: true });
  }
  @Handles(LinkedChecks.begin) async begin({ token }: CheckToken, caller: Caller) {
    const { occurrenceId, siteId } = this.checks.linked(token);
    return this.trying.begin(occurrenceId, siteId, { caller, linked: true });
  }
  @Handles(LinkedChecks.mirror) async mirror({ token }: CheckToken, caller: Caller) {
    const { occurrenceId, siteId } = this.checks.linked(token);
    return this.mirrors.ticketFor(occurrenceId, siteId, { caller, linked: true });
  }
  @Handles(LinkedChecks.submit) async submit({ token, ...findings }: SubmitByLink, caller: Caller) {
    return this.trying.submit({ ...findings, ...this.checks.linked(token) }, { caller, linked: true });
  }
}

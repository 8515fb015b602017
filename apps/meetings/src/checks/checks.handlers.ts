import type { Caller } from '@diemcau/contracts/core/caller';
import type { Handlers } from '@diemcau/contracts/core/contract';
import {
  type CampaignQuery,
  type CheckPolicyRef,
  Checks,
  type OccurrenceChecksRef,
  type SetCheckPolicy,
  type SiteCheckRef,
} from '@diemcau/contracts/meetings/checks';
import { Handles } from '@diemcau/service/bus/handles';
import { Clock } from '@diemcau/service/time/clock';
import { Controller } from '@nestjs/common';
import { BoardService } from './board.service.js';
import { CampaignsService } from './campaigns.service.js';
import { ChecksService } from './checks.service.js';
import { PoliciesService } from './policies.service.js';
import { SiteChecksService } from './site-checks.service.js';

@Controller()
export class CheckPoliciesHandlers implements Pick<
  Handlers<typeof Checks>,
  'policy' | 'setPolicy' | 'resetPolicy'
> {
  constructor(private readonly policies: PoliciesService) {}

  @Handles(Checks.policy) async policy({ unitId }: CheckPolicyRef, caller: Caller) {
    return this.policies.view(unitId, caller);
  }
  @Handles(Checks.setPolicy) async setPolicy(input: SetCheckPolicy, caller: Caller) {
    return this.policies.set(input, caller);
  }
  @Handles(Checks.resetPolicy) async resetPolicy({ unitId }: CheckPolicyRef, caller: Caller) {
    return this.policies.reset(unitId, caller);
  }
}

@Controller()
export class ChecksHandlers implements Omit<Handlers<typeof Checks>, 'policy' | 'setPolicy' | 'resetPolicy'> {
  constructor(
    private readonly boards: BoardService,
    private readonly campaigns: CampaignsService,
    private readonly checks: ChecksService,
    private readonly sites: SiteChecksService,
    private readonly clock: Clock,
  ) {}

  @Handles(Checks.list) async list(input: CampaignQuery, caller: Caller) {
    return this.boards.list(input, caller);
  }
  @Handles(Checks.board) async board({ occurrenceId }: OccurrenceChecksRef, caller: Caller) {
    return this.boards.board(occurrenceId, caller);
  }
  @Handles(Checks.missing) async missing({ occurrenceId }: OccurrenceChecksRef, caller: Caller) {
    const { items } = await this.boards.board(occurrenceId, caller);
    const missing = new Set(await this.checks.missingFor(occurrenceId));
    return { siteIds: items.map(({ siteId }) => siteId).filter((siteId) => missing.has(siteId)) };
  }
  @Handles(Checks.open) async open({ occurrenceId }: OccurrenceChecksRef, caller: Caller) {
    await this.campaigns.open(occurrenceId, this.clock.now(), caller);
    return this.boards.board(occurrenceId, caller);
  }
  @Handles(Checks.close) async close({ occurrenceId }: OccurrenceChecksRef, caller: Caller) {
    await this.campaigns.close(occurrenceId, this.clock.now(), caller);
    return this.boards.board(occurrenceId, caller);
  }
  @Handles(Checks.retest) async retest({ occurrenceId, siteId }: SiteCheckRef, caller: Caller) {
    await this.sites.retest(occurrenceId, siteId, this.clock.now(), caller);
    return this.boards.board(occurrenceId, caller);
  }
  @Handles(Checks.link) async link({ occurrenceId, siteId }: SiteCheckRef, caller: Caller) {
    return this.sites.link(occurrenceId, siteId, this.clock.now(), caller);
  }
}

import type { Caller } from '@diemcau/contracts/core/caller';
import type { Handlers } from '@diemcau/contracts/core/contract';
import { Nothing } from '@diemcau/contracts/core/page';
import { SiteCheckRef } from '@diemcau/contracts/meetings/checks';
import {
  type ClosingCheck,
  ClosingChecks,
  type ClosingChecksOwed,
  SubmitClosing,
} from '@diemcau/contracts/meetings/closing';
import { Handles } from '@diemcau/service/bus/handles';
import { Controller } from '@nestjs/common';
import { ClosingRowsService } from './closing-rows.service.js';
import { ClosingService } from './closing.service.js';

@Controller()
export class ClosingHandlers implements Handlers<typeof ClosingChecks> {
  constructor(
    private readonly rows: ClosingRowsService,
    private readonly closing: ClosingService,
  ) {}

  @Handles(ClosingChecks.mine) async mine(_: Nothing, caller: Caller): Promise<ClosingChecksOwed> {
    return { items: await this.rows.mine(caller) };
  }

  @Handles(ClosingChecks.look) async look(
    { occurrenceId, siteId }: SiteCheckRef,
    caller: Caller,
  ): Promise<ClosingCheck> {
    return this.closing.look(occurrenceId, siteId, caller);
  }

  @Handles(ClosingChecks.submit) async submit(input: SubmitClosing, caller: Caller): Promise<ClosingCheck> {
    return this.closing.submit(input, caller);
  }
}

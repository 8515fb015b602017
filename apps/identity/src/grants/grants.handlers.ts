import type { Caller } from '@diemcau/contracts/core/caller';
import type { Handlers } from '@diemcau/contracts/core/contract';
import {
  Delegate,
  GiveRole,
  type GrantList,
  type GrantPage,
  GrantQuery,
  type GrantRecord,
  GrantRef,
  Grants,
} from '@diemcau/contracts/identity/grants';
import { Handles } from '@diemcau/service/bus/handles';
import { Controller } from '@nestjs/common';
import { DelegatingService } from './delegating.service.js';
import { GivingService } from './giving.service.js';
import { GrantsService } from './grants.service.js';

@Controller()
export class GrantsHandlers implements Handlers<typeof Grants> {
  constructor(
    private readonly grants: GrantsService,
    private readonly giving: GivingService,
    private readonly delegating: DelegatingService,
  ) {}

  @Handles(Grants.list) async list(input: GrantQuery, caller: Caller): Promise<GrantPage> {
    return this.grants.list(input, caller);
  }

  @Handles(Grants.give) async give(input: GiveRole, caller: Caller): Promise<GrantRecord> {
    return this.giving.give(input, caller);
  }

  @Handles(Grants.revoke) async revoke({ grantId }: GrantRef, caller: Caller): Promise<void> {
    return this.giving.revoke(grantId, caller);
  }

  @Handles(Grants.delegate) async delegate(input: Delegate, caller: Caller): Promise<GrantList> {
    return { items: await this.delegating.delegate(input, caller) };
  }
}

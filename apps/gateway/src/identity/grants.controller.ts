import type { Caller } from '@diemcau/contracts/core/caller';
import {
  Delegate,
  GiveRole,
  type GrantList,
  type GrantPage,
  GrantQuery,
  type GrantRecord,
  GrantRef,
  Grants,
  GrantsClient,
} from '@diemcau/contracts/identity/grants';
import { Controller } from '@nestjs/common';
import { account, mayDo, signedIn } from '../edge/auth/access.js';
import { Route } from '../edge/http/route.js';

@Controller()
export class GrantsController {
  constructor(private readonly grants: GrantsClient) {}

  @Route.get('grants', Grants.list, account, 'Ai giữ vai trò gì · Who holds which role')
  list(input: GrantQuery, caller: Caller): Promise<GrantPage> {
    return this.grants.list(input, caller);
  }

  @Route.post('grants', Grants.give, mayDo('grants.give'), 'Cấp vai trò · Give a role', { status: 201 })
  give(input: GiveRole, caller: Caller): Promise<GrantRecord> {
    return this.grants.give(input, caller);
  }

  @Route.delete('grants/:grantId', Grants.revoke, account, 'Thu hồi vai trò · Take a role back')
  revoke(input: GrantRef, caller: Caller): Promise<void> {
    return this.grants.revoke(input, caller);
  }

  @Route.post('delegations', Grants.delegate, signedIn, 'Uỷ quyền khi vắng mặt · Delegate while absent', {
    status: 201,
  })
  delegate(input: Delegate, caller: Caller): Promise<GrantList> {
    return this.grants.delegate(input, caller);
  }
}

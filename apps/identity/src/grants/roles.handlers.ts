import type { Caller } from '@diemcau/contracts/core/caller';
import type { Handlers } from '@diemcau/contracts/core/contract';
import { Nothing } from '@diemcau/contracts/core/page';
import {
  ChangeRole,
  DefineRole,
  type RoleList,
  RoleRef,
  Roles,
  type RoleView,
} from '@diemcau/contracts/identity/grants';
import { Handles } from '@diemcau/service/bus/handles';
import { Controller } from '@nestjs/common';
import { RolesService } from './roles.service.js';

@Controller()
export class RolesHandlers implements Handlers<typeof Roles> {
  constructor(private readonly roles: RolesService) {}

  @Handles(Roles.list) async list(_input: Nothing, caller: Caller): Promise<RoleList> {
    return { items: await this.roles.list(caller) };
  }

  @Handles(Roles.define) async define(input: DefineRole, caller: Caller): Promise<RoleView> {
    return this.roles.define(input, caller);
  }

  @Handles(Roles.change) async change(input: ChangeRole, caller: Caller): Promise<RoleView> {
    return this.roles.change(input, caller);
  }

  @Handles(Roles.remove) async remove({ key }: RoleRef, caller: Caller): Promise<void> {
    return this.roles.remove(key, caller);
  }
}

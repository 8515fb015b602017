import type { Caller } from '@diemcau/contracts/core/caller';
import type { Nothing } from '@diemcau/contracts/core/page';
import {
  ChangeRole,
  DefineRole,
  type RoleList,
  RoleRef,
  Roles,
  RolesClient,
  type RoleView,
} from '@diemcau/contracts/identity/grants';
import { Controller } from '@nestjs/common';
import { mayDo } from '../edge/auth/access.js';
import { Route } from '../edge/http/route.js';

@Controller()
export class RolesController {
  constructor(private readonly roles: RolesClient) {}

  @Route.get('roles', Roles.list, mayDo('units.read'), 'Các vai trò · Roles')
  list(input: Nothing, caller: Caller): Promise<RoleList> {
    return this.roles.list(input, caller);
  }

  @Route.post('roles', Roles.define, mayDo('roles.define'), 'Thêm vai trò · Define a role', { status: 201 })
  define(input: DefineRole, caller: Caller): Promise<RoleView> {
    return this.roles.define(input, caller);
  }

  @Route.put('roles/:key', Roles.change, mayDo('roles.define'), 'Sửa vai trò · Change a role')
  change(input: ChangeRole, caller: Caller): Promise<RoleView> {
    return this.roles.change(input, caller);
  }

  @Route.delete('roles/:key', Roles.remove, mayDo('roles.define'), 'Xoá vai trò · Remove a role')
  remove(input: RoleRef, caller: Caller): Promise<void> {
    return this.roles.remove(input, caller);
  }
}

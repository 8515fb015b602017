import type { Caller } from '@diemcau/contracts/core/caller';
import type { Handlers } from '@diemcau/contracts/core/contract';
import { type Person, UserRef, Users } from '@diemcau/contracts/identity/units';
import { Handles } from '@diemcau/service/bus/handles';
import { Controller } from '@nestjs/common';
import { UsersService } from './users.service.js';

@Controller()
export class UsersHandlers implements Handlers<typeof Users> {
  constructor(private readonly users: UsersService) {}

  @Handles(Users.find) async find({ userId }: UserRef, caller: Caller): Promise<Person> {
    return this.users.find(userId, caller);
  }
}

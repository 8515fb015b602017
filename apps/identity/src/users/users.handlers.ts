import type { Caller } from '@diemcau/contracts/core/caller';
import type { Handlers } from '@diemcau/contracts/core/contract';
import { Nothing } from '@diemcau/contracts/core/page';
import type {
  Person,
  Profile,
  UserDetails,
  UserLines,
  UserPage,
} from '@diemcau/contracts/identity/user-views';
import { UserQuery, UserRef, Users } from '@diemcau/contracts/identity/users';
import { Handles } from '@diemcau/service/bus/handles';
import { Controller } from '@nestjs/common';
import { DetailsService } from './details.service.js';
import { ReadingService } from './reading.service.js';
import { UsersService } from './users.service.js';

@Controller()
export class UsersHandlers implements Handlers<typeof Users> {
  constructor(
    private readonly users: UsersService,
    private readonly reading: ReadingService,
    private readonly whole: DetailsService,
  ) {}

  @Handles(Users.find) async find({ userId }: UserRef, caller: Caller): Promise<Person> {
    return this.users.find(userId, caller);
  }

  @Handles(Users.list) async list(input: UserQuery, caller: Caller): Promise<UserPage> {
    return this.reading.list(input, caller);
  }

  @Handles(Users.export) async export(input: UserQuery, caller: Caller): Promise<UserLines> {
    return this.reading.export(input, caller);
  }

  @Handles(Users.details) async details({ userId }: UserRef, caller: Caller): Promise<UserDetails> {
    return this.whole.of(userId, caller);
  }

  @Handles(Users.profile) async profile(_input: Nothing, caller: Caller): Promise<Profile> {
    return this.whole.profile(caller);
  }
}

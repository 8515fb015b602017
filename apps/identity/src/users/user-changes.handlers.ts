import type { Caller } from '@diemcau/contracts/core/caller';
import type { Handlers } from '@diemcau/contracts/core/contract';
import type {
  Profile,
  SecretSlips,
  UserDetails,
  UserNameProposal,
} from '@diemcau/contracts/identity/user-views';
import {
  ChangeProfile,
  ChangeUser,
  ChangeUserState,
  CreateUser,
  IssueSecrets,
  MoveUser,
  UserChanges,
  UserNameWish,
} from '@diemcau/contracts/identity/users';
import { Handles } from '@diemcau/service/bus/handles';
import { Controller } from '@nestjs/common';
import { ChangingService } from './changing.service.js';
import { DetailsService } from './details.service.js';
import { IssuingService } from './issuing.service.js';
import { MakingService } from './making.service.js';
import { StatesService } from './states.service.js';

/** Whoever changed a person is shown what became of them. */
@Controller()
export class UserChangesHandlers implements Handlers<typeof UserChanges> {
  constructor(
    private readonly making: MakingService,
    private readonly changing: ChangingService,
    private readonly states: StatesService,
    private readonly issuing: IssuingService,
    private readonly whole: DetailsService,
  ) {}

  @Handles(UserChanges.create) async create(input: CreateUser, caller: Caller): Promise<UserDetails> {
    return this.whole.known(await this.making.create(input, caller));
  }

  @Handles(UserChanges.proposeUserName) async proposeUserName(
    input: UserNameWish,
    caller: Caller,
  ): Promise<UserNameProposal> {
    return { userName: await this.making.propose(input, caller) };
  }

  @Handles(UserChanges.change) async change(input: ChangeUser, caller: Caller): Promise<UserDetails> {
    await this.changing.change(input, caller);
    return this.whole.known(input.userId);
  }

  @Handles(UserChanges.changeProfile) async changeProfile(
    input: ChangeProfile,
    caller: Caller,
  ): Promise<Profile> {
    await this.changing.changeProfile(input, caller);
    return this.whole.profile(caller);
  }

  @Handles(UserChanges.move) async move(input: MoveUser, caller: Caller): Promise<UserDetails> {
    await this.changing.move(input, caller);
    return this.whole.known(input.userId);
  }

  @Handles(UserChanges.lock) async lock(input: ChangeUserState, caller: Caller): Promise<UserDetails> {
    await this.states.lock(input, caller);
    return this.whole.known(input.userId);
  }

  @Handles(UserChanges.unlock) async unlock(input: ChangeUserState, caller: Caller): Promise<UserDetails> {
    await this.states.unlock(input, caller);
    return this.whole.known(input.userId);
  }

  @Handles(UserChanges.disable) async disable(input: ChangeUserState, caller: Caller): Promise<UserDetails> {
    await this.states.disable(input, caller);
    return this.whole.known(input.userId);
  }

  @Handles(UserChanges.reinstate) async reinstate(
    input: ChangeUserState,
    caller: Caller,
  ): Promise<UserDetails> {
    await this.states.reinstate(input, caller);
    return this.whole.known(input.userId);
  }

  @Handles(UserChanges.issueSecrets) async issueSecrets(
    input: IssueSecrets,
    caller: Caller,
  ): Promise<SecretSlips> {
    return this.issuing.issue(input.userIds, caller);
  }
}

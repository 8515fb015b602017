import type { Caller } from '@diemcau/contracts/core/caller';
import type { Nothing } from '@diemcau/contracts/core/page';
import type {
  Profile,
  SecretSlips,
  UserDetails,
  UserNameProposal,
  UserPage,
} from '@diemcau/contracts/identity/user-views';
import {
  type ChangeProfile,
  type ChangeUser,
  type ChangeUserState,
  type CreateUser,
  type IssueSecrets,
  type MoveUser,
  UserChanges,
  UserChangesClient,
  type UserNameWish,
  type UserQuery,
  type UserRef,
  Users,
  UsersClient,
} from '@diemcau/contracts/identity/users';
import { Controller } from '@nestjs/common';
import { mayDo, signedIn } from '../edge/auth/access.js';
import { Route } from '../edge/http/route.js';

const reading = mayDo('users.read');
const writing = mayDo('users.write');

/** People's accounts (TE-3a, TE-3b), each within the caller's scope. */
@Controller()
export class UsersController {
  constructor(
    private readonly users: UsersClient,
    private readonly changes: UserChangesClient,
  ) {}

  @Route.get('users', Users.list, reading, 'Danh sách người dùng · People, as Vietnamese lists are sorted')
  list(input: UserQuery, caller: Caller): Promise<UserPage> {
    return this.users.list(input, caller);
  }

  @Route.post('users', UserChanges.create, writing, 'Tạo tài khoản · Make an account', { status: 201 })
  create(input: CreateUser, caller: Caller): Promise<UserDetails> {
    return this.changes.create(input, caller);
  }

  @Route.get(
    'user-names/proposal',
    UserChanges.proposeUserName,
    writing,
    'Gợi ý tên đăng nhập · Propose a user name',
  )
  proposeUserName(input: UserNameWish, caller: Caller): Promise<UserNameProposal> {
    return this.changes.proposeUserName(input, caller);
  }

  @Route.post(
    'users/initial-secrets',
    UserChanges.issueSecrets,
    mayDo('users.secrets'),
    'Cấp lại mật khẩu ban đầu · New initial secrets, shown this once',
  )
  issueSecrets(input: IssueSecrets, caller: Caller): Promise<SecretSlips> {
    return this.changes.issueSecrets(input, caller);
  }

  @Route.get('users/:userId', Users.details, reading, 'Một người, đầy đủ · One person in full')
  details(input: UserRef, caller: Caller): Promise<UserDetails> {
    return this.users.details(input, caller);
  }

  @Route.patch('users/:userId', UserChanges.change, writing, 'Sửa tài khoản · Change an account')
  change(input: ChangeUser, caller: Caller): Promise<UserDetails> {
    return this.changes.change(input, caller);
  }

  @Route.put(
    'users/:userId/unit',
    UserChanges.move,
    writing,
    'Chuyển sang đơn vị khác · Move to another unit',
  )
  move(input: MoveUser, caller: Caller): Promise<UserDetails> {
    return this.changes.move(input, caller);
  }

  @Route.post('users/:userId/lock', UserChanges.lock, writing, 'Khoá, kết thúc mọi phiên · Lock')
  lock(input: ChangeUserState, caller: Caller): Promise<UserDetails> {
    return this.changes.lock(input, caller);
  }

  @Route.post('users/:userId/unlock', UserChanges.unlock, writing, 'Mở khoá · Unlock')
  unlock(input: ChangeUserState, caller: Caller): Promise<UserDetails> {
    return this.changes.unlock(input, caller);
  }

  @Route.post(
    'users/:userId/disable',
    UserChanges.disable,
    writing,
    'Ngừng tài khoản của người đã rời đi · Disable',
  )
  disable(input: ChangeUserState, caller: Caller): Promise<UserDetails> {
    return this.changes.disable(input, caller);
  }

  @Route.post(
    'users/:userId/reinstate',
    UserChanges.reinstate,
    writing,
    'Nhận lại người đã rời đi · Reinstate',
  )
  reinstate(input: ChangeUserState, caller: Caller): Promise<UserDetails> {
    return this.changes.reinstate(input, caller);
  }

  @Route.get('me/profile', Users.profile, signedIn, 'Thông tin của tôi · What is kept about me')
  profile(input: Nothing, caller: Caller): Promise<Profile> {
    return this.users.profile(input, caller);
  }

  @Route.patch(
    'me',
    UserChanges.changeProfile,
    signedIn,
    'Sửa thông tin của tôi · Change what is kept about me',
  )
  changeProfile(input: ChangeProfile, caller: Caller): Promise<Profile> {
    return this.changes.changeProfile(input, caller);
  }
}

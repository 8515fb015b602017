import type { Caller } from '@diemcau/contracts/core/caller';
import type { Nothing } from '@diemcau/contracts/core/page';
import {
  AskForReset,
  ChangePassword,
  type InitialSecretIssued,
  PasswordResetOf,
  type PasswordRules,
  Passwords,
  PasswordsClient,
  ResetPassword,
  ResetRef,
  type ResetView,
} from '@diemcau/contracts/identity/sign-in';
import { Controller } from '@nestjs/common';
import { anyone, mayDo, signedIn } from '../edge/auth/access.js';
import { Route } from '../edge/http/route.js';

@Controller()
export class PasswordsController {
  constructor(private readonly passwords: PasswordsClient) {}

  @Route.get('account/password/rules', Passwords.rules, signedIn, 'Quy định mật khẩu · Rules for passwords')
  rules(input: Nothing, caller: Caller): Promise<PasswordRules> {
    return this.passwords.rules(input, caller);
  }

  @Route.put('account/password', Passwords.change, signedIn, 'Đổi mật khẩu · Change one’s password', {
    limit: 'signIn',
  })
  change(input: ChangePassword, caller: Caller): Promise<void> {
    return this.passwords.change(input, caller);
  }

  @Route.post(
    'password-resets',
    Passwords.askForReset,
    anyone,
    'Quên mật khẩu: gửi liên kết qua thư · Forgotten: have a link mailed',
    { status: 202, limit: 'signIn' },
  )
  askForReset(input: AskForReset, caller: Caller): Promise<void> {
    return this.passwords.askForReset(input, caller);
  }

  @Route.post(
    'password-resets/open',
    Passwords.openReset,
    anyone,
    'Xem liên kết đặt lại · Whose link it is',
    { limit: 'signIn' },
  )
  openReset(input: ResetRef, caller: Caller): Promise<ResetView> {
    return this.passwords.openReset(input, caller);
  }

  @Route.post(
    'password-resets/redeem',
    Passwords.reset,
    anyone,
    'Đặt lại mật khẩu bằng liên kết · Reset the password with the link',
    { limit: 'signIn' },
  )
  reset(input: ResetPassword, caller: Caller): Promise<void> {
    return this.passwords.reset(input, caller);
  }

  @Route.post(
    'users/:userId/password-reset',
    Passwords.resetFor,
    mayDo('users.secrets'),
    'Cấp lại mật khẩu ban đầu cho một người · Issue somebody a new initial secret',
  )
  resetFor(input: PasswordResetOf, caller: Caller): Promise<InitialSecretIssued> {
    return this.passwords.resetFor(input, caller);
  }
}

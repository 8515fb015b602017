import type { Caller } from '@diemcau/contracts/core/caller';
import type { Nothing } from '@diemcau/contracts/core/page';
import {
  AddPasskey,
  ConfirmByPasskey,
  ConfirmByPassword,
  type Confirmed,
  ConfirmTotp,
  type FactorAdded,
  FactorOfUser,
  FactorRef,
  FactorsOfUser,
  type RecoveryCodes,
  RenamePasskey,
  type SecondFactorList,
  SecondFactors,
  SecondFactorsClient,
} from '@diemcau/contracts/identity/second-factors';
import type { PasskeyOptions, TotpSetup } from '@diemcau/contracts/identity/sign-in';
import { Controller } from '@nestjs/common';
import { mayDo, signedIn } from '../edge/auth/access.js';
import { Route } from '../edge/http/route.js';

const limit = { limit: 'signIn' } as const;

@Controller()
export class SecondFactorsController {
  constructor(private readonly factors: SecondFactorsClient) {}

  @Route.get(
    'account/second-factors',
    SecondFactors.list,
    signedIn,
    'Các yếu tố xác thực của tôi · My second factors',
  )
  list(input: Nothing, caller: Caller): Promise<SecondFactorList> {
    return this.factors.list(input, caller);
  }

  @Route.post(
    'account/confirmations/password',
    SecondFactors.confirmByPassword,
    signedIn,
    'Xác nhận lại bằng mật khẩu · Confirm that it is me, by password',
    limit,
  )
  confirmByPassword(input: ConfirmByPassword, caller: Caller): Promise<Confirmed> {
    return this.factors.confirmByPassword(input, caller);
  }

  @Route.post(
    'account/confirmations/passkey/options',
    SecondFactors.confirmOptions,
    signedIn,
    'Bắt đầu xác nhận bằng khoá truy cập · Begin to confirm by passkey',
    limit,
  )
  confirmOptions(input: Nothing, caller: Caller): Promise<PasskeyOptions> {
    return this.factors.confirmOptions(input, caller);
  }

  @Route.post(
    'account/confirmations/passkey',
    SecondFactors.confirmByPasskey,
    signedIn,
    'Xác nhận lại bằng khoá truy cập · Confirm that it is me, by passkey',
    limit,
  )
  confirmByPasskey(input: ConfirmByPasskey, caller: Caller): Promise<Confirmed> {
    return this.factors.confirmByPasskey(input, caller);
  }

  @Route.post(
    'account/totp/options',
    SecondFactors.beginTotp,
    signedIn,
    'Bắt đầu cài ứng dụng xác thực · Begin to set up an authenticator app',
  )
  beginTotp(input: Nothing, caller: Caller): Promise<TotpSetup> {
    return this.factors.beginTotp(input, caller);
  }

  @Route.post(
    'account/totp',
    SecondFactors.confirmTotp,
    signedIn,
    'Thêm ứng dụng xác thực · Add the authenticator app',
    { status: 201, limit: 'signIn' },
  )
  confirmTotp(input: ConfirmTotp, caller: Caller): Promise<FactorAdded> {
    return this.factors.confirmTotp(input, caller);
  }

  @Route.post(
    'account/passkeys/options',
    SecondFactors.beginPasskey,
    signedIn,
    'Bắt đầu tạo khoá truy cập · Begin to make a passkey',
  )
  beginPasskey(input: Nothing, caller: Caller): Promise<PasskeyOptions> {
    return this.factors.beginPasskey(input, caller);
  }

  @Route.post(
    'account/passkeys',
    SecondFactors.addPasskey,
    signedIn,
    'Thêm khoá truy cập · Add the passkey',
    { status: 201 },
  )
  addPasskey(input: AddPasskey, caller: Caller): Promise<FactorAdded> {
    return this.factors.addPasskey(input, caller);
  }

  @Route.patch(
    'account/passkeys/:factorId',
    SecondFactors.renamePasskey,
    signedIn,
    'Đổi tên khoá truy cập · Rename a passkey',
  )
  renamePasskey(input: RenamePasskey, caller: Caller): Promise<void> {
    return this.factors.renamePasskey(input, caller);
  }

  @Route.post(
    'account/recovery-codes',
    SecondFactors.renewRecoveryCodes,
    signedIn,
    'Tạo lại mã dự phòng · New recovery codes',
  )
  renewRecoveryCodes(input: Nothing, caller: Caller): Promise<RecoveryCodes> {
    return this.factors.renewRecoveryCodes(input, caller);
  }

  @Route.delete(
    'account/second-factors/:factorId',
    SecondFactors.remove,
    signedIn,
    'Gỡ một yếu tố xác thực · Remove a second factor',
  )
  remove(input: FactorRef, caller: Caller): Promise<void> {
    return this.factors.remove(input, caller);
  }

  @Route.get(
    'users/:userId/second-factors',
    SecondFactors.listOf,
    mayDo('users.secrets'),
    'Yếu tố xác thực của một người · Somebody’s second factors',
  )
  listOf(input: FactorsOfUser, caller: Caller): Promise<SecondFactorList> {
    return this.factors.listOf(input, caller);
  }

  @Route.delete(
    'users/:userId/second-factors/:factorId',
    SecondFactors.removeOf,
    mayDo('users.secrets'),
    'Gỡ yếu tố bị mất của một người · Remove somebody’s lost factor',
  )
  removeOf(input: FactorOfUser, caller: Caller): Promise<void> {
    return this.factors.removeOf(input, caller);
  }
}

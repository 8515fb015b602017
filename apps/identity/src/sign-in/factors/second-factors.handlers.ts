import type { Caller } from '@diemcau/contracts/core/caller';
import type { Handlers } from '@diemcau/contracts/core/contract';
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
} from '@diemcau/contracts/identity/second-factors';
import type { PasskeyOptions, TotpSetup } from '@diemcau/contracts/identity/sign-in';
import { Handles } from '@diemcau/service/bus/handles';
import { Controller } from '@nestjs/common';
import { PasskeysService } from '../passkeys/passkeys.service.js';
import { signedIn } from '../signed-in.js';
import { ConfirmingService } from './confirming.service.js';
import { FactorListService } from './factor-list.service.js';
import { OwnFactorsService } from './own-factors.service.js';
import { RemovingFactorsService } from './removing.service.js';

@Controller()
export class SecondFactorsHandlers implements Handlers<typeof SecondFactors> {
  constructor(
    private readonly factors: FactorListService,
    private readonly own: OwnFactorsService,
    private readonly removing: RemovingFactorsService,
    private readonly confirming: ConfirmingService,
    private readonly passkeys: PasskeysService,
  ) {}

  @Handles(SecondFactors.list) async list(_input: Nothing, caller: Caller): Promise<SecondFactorList> {
    const person = signedIn(caller);
    return this.factors.of(person.userId, await this.confirming.until(person));
  }

  @Handles(SecondFactors.confirmByPassword) async confirmByPassword(
    input: ConfirmByPassword,
    caller: Caller,
  ): Promise<Confirmed> {
    return this.confirming.byPassword(signedIn(caller), input);
  }

  @Handles(SecondFactors.confirmOptions) async confirmOptions(
    _input: Nothing,
    caller: Caller,
  ): Promise<PasskeyOptions> {
    return this.passkeys.options({ purpose: 'confirm', userId: signedIn(caller).userId, stepHash: null });
  }

  @Handles(SecondFactors.confirmByPasskey) async confirmByPasskey(
    { token, response }: ConfirmByPasskey,
    caller: Caller,
  ): Promise<Confirmed> {
    const person = signedIn(caller);
    await this.passkeys.proveOwn(token, response, person.userId);
    return this.confirming.confirmed(person);
  }

  @Handles(SecondFactors.beginTotp) async beginTotp(_input: Nothing, caller: Caller): Promise<TotpSetup> {
    return this.own.beginTotp(signedIn(caller));
  }

  @Handles(SecondFactors.confirmTotp) async confirmTotp(
    { code }: ConfirmTotp,
    caller: Caller,
  ): Promise<FactorAdded> {
    return this.own.confirmTotp(code, signedIn(caller));
  }

  @Handles(SecondFactors.beginPasskey) async beginPasskey(
    _input: Nothing,
    caller: Caller,
  ): Promise<PasskeyOptions> {
    return this.own.beginPasskey(signedIn(caller));
  }

  @Handles(SecondFactors.addPasskey) async addPasskey(
    input: AddPasskey,
    caller: Caller,
  ): Promise<FactorAdded> {
    return this.own.addPasskey(input, signedIn(caller));
  }

  @Handles(SecondFactors.renamePasskey) async renamePasskey(
    { factorId, name }: RenamePasskey,
    caller: Caller,
  ): Promise<void> {
    await this.own.rename(factorId, name, signedIn(caller));
  }

  @Handles(SecondFactors.renewRecoveryCodes) async renewRecoveryCodes(
    _input: Nothing,
    caller: Caller,
  ): Promise<RecoveryCodes> {
    return this.own.renewCodes(signedIn(caller));
  }

  @Handles(SecondFactors.remove) async remove({ factorId }: FactorRef, caller: Caller): Promise<void> {
    await this.confirming.require(signedIn(caller));
    await this.removing.own(factorId, signedIn(caller));
  }

  @Handles(SecondFactors.listOf) async listOf(
    { userId }: FactorsOfUser,
    caller: Caller,
  ): Promise<SecondFactorList> {
    await this.removing.mayLookAt(userId, caller);
    return this.factors.of(userId, null);
  }

  @Handles(SecondFactors.removeOf) async removeOf(
    { userId, factorId }: FactorOfUser,
    caller: Caller,
  ): Promise<void> {
    await this.removing.lost(userId, factorId, caller);
  }
}

import type { Caller } from '@diemcau/contracts/core/caller';
import type { Handlers } from '@diemcau/contracts/core/contract';
import { commonFailures, Failure } from '@diemcau/contracts/core/failure';
import {
  type ApiKey,
  type KeyHolder,
  type KeyPage,
  KeyQuery,
  KeyRef,
  Keys,
  type MadeKey,
  MakeKey,
  PresentedKey,
} from '@diemcau/contracts/identity/keys';
import { Handles } from '@diemcau/service/bus/handles';
import { Controller } from '@nestjs/common';
import { KeysService } from './keys.service.js';
import { MakingService } from './making.service.js';
import { RecognisingService } from './recognising.service.js';

@Controller()
export class KeysHandlers implements Handlers<typeof Keys> {
  constructor(
    private readonly keys: KeysService,
    private readonly making: MakingService,
    private readonly recognising: RecognisingService,
  ) {}

  @Handles(Keys.list) async list(input: KeyQuery, caller: Caller): Promise<KeyPage> {
    return this.keys.list(input, caller);
  }

  @Handles(Keys.find) async find({ keyId }: KeyRef, caller: Caller): Promise<ApiKey> {
    return this.keys.find(keyId, caller);
  }

  @Handles(Keys.make) async make(input: MakeKey, caller: Caller): Promise<MadeKey> {
    const { id, token } = await this.making.make(input, caller);
    return { key: await this.keys.find(id, caller), secret: token };
  }

  @Handles(Keys.revoke) async revoke({ keyId }: KeyRef, caller: Caller): Promise<ApiKey> {
    await this.making.revoke(keyId, caller);
    return this.keys.find(keyId, caller);
  }

  @Handles(Keys.recognise) async recognise(input: PresentedKey, caller: Caller): Promise<KeyHolder> {
    if (caller.kind !== 'service') throw new Failure(commonFailures.notAllowed);
    return this.recognising.recognise(input);
  }
}

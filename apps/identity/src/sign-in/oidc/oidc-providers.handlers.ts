import type { Caller } from '@diemcau/contracts/core/caller';
import type { Handlers } from '@diemcau/contracts/core/contract';
import type { Nothing } from '@diemcau/contracts/core/page';
import {
  AddOidcProvider,
  ChangeOidcProvider,
  type OidcProvider,
  type OidcProviderList,
  OidcProviderRef,
  OidcProviders,
} from '@diemcau/contracts/identity/oidc';
import { Handles } from '@diemcau/service/bus/handles';
import { Controller } from '@nestjs/common';
import { OidcProvidersService } from './providers.service.js';

@Controller()
export class OidcProvidersHandlers implements Handlers<typeof OidcProviders> {
  constructor(private readonly providers: OidcProvidersService) {}

  @Handles(OidcProviders.list) async list(_input: Nothing, caller: Caller): Promise<OidcProviderList> {
    return { items: await this.providers.list(caller) };
  }

  @Handles(OidcProviders.add) async add(input: AddOidcProvider, caller: Caller): Promise<OidcProvider> {
    return this.providers.add(input, caller);
  }

  @Handles(OidcProviders.change) async change(
    input: ChangeOidcProvider,
    caller: Caller,
  ): Promise<OidcProvider> {
    return this.providers.change(input, caller);
  }

  @Handles(OidcProviders.remove) async remove(
    { providerId }: OidcProviderRef,
    caller: Caller,
  ): Promise<void> {
    await this.providers.remove(providerId, caller);
  }
}

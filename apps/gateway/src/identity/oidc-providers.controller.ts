import type { Caller } from '@diemcau/contracts/core/caller';
import type { Nothing } from '@diemcau/contracts/core/page';
import {
  AddOidcProvider,
  ChangeOidcProvider,
  type OidcProvider,
  type OidcProviderList,
  OidcProviderRef,
  OidcProviders,
  OidcProvidersClient,
} from '@diemcau/contracts/identity/oidc';
import { Controller } from '@nestjs/common';
import { mayDo } from '../edge/auth/access.js';
import { Route } from '../edge/http/route.js';

const change = mayDo('settings.write');

@Controller()
export class OidcProvidersController {
  constructor(private readonly providers: OidcProvidersClient) {}

  @Route.get(
    'oidc-providers',
    OidcProviders.list,
    mayDo('settings.read'),
    'Nơi đăng nhập bên ngoài của tỉnh · The province’s outside providers',
  )
  list(input: Nothing, caller: Caller): Promise<OidcProviderList> {
    return this.providers.list(input, caller);
  }

  @Route.post(
    'oidc-providers',
    OidcProviders.add,
    change,
    'Khai báo nơi đăng nhập bên ngoài · Add an outside provider',
    { status: 201 },
  )
  add(input: AddOidcProvider, caller: Caller): Promise<OidcProvider> {
    return this.providers.add(input, caller);
  }

  @Route.patch(
    'oidc-providers/:providerId',
    OidcProviders.change,
    change,
    'Sửa nơi đăng nhập bên ngoài · Change an outside provider',
  )
  change(input: ChangeOidcProvider, caller: Caller): Promise<OidcProvider> {
    return this.providers.change(input, caller);
  }

  @Route.delete(
    'oidc-providers/:providerId',
    OidcProviders.remove,
    change,
    'Xoá nơi đăng nhập bên ngoài · Remove an outside provider',
  )
  remove(input: OidcProviderRef, caller: Caller): Promise<void> {
    return this.providers.remove(input, caller);
  }
}

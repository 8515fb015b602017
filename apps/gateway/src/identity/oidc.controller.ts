import type { Caller } from '@diemcau/contracts/core/caller';
import type { Nothing } from '@diemcau/contracts/core/page';
import {
  Oidc,
  OidcArrival,
  type OidcButtonList,
  OidcCallbackQuery,
  OidcClient,
  OidcFinish,
  type OidcLinkList,
  OidcLinkRef,
  OidcProviderRef,
  OidcStart,
} from '@diemcau/contracts/identity/oidc';
import { SignInAnswer } from '@diemcau/contracts/identity/sessions';
import { Controller } from '@nestjs/common';
import { anyone, signedIn } from '../edge/auth/access.js';
import { Route } from '../edge/http/route.js';
import { Binding, OidcCookie } from './oidc-cookie.js';
import { Cookie, RefreshCookie } from './refresh-cookie.js';

@Controller()
export class OidcController {
  constructor(private readonly oidc: OidcClient) {}

  @Route.get(
    'sign-in/oidc/providers',
    Oidc.buttons,
    anyone,
    'Các nơi đăng nhập bên ngoài · Outside providers at sign-in',
  )
  buttons(input: Nothing, caller: Caller): Promise<OidcButtonList> {
    return this.oidc.buttons(input, caller);
  }

  @Route.post(
    'sign-in/oidc/providers/:providerId',
    Oidc.begin,
    anyone,
    'Đăng nhập bằng tài khoản bên ngoài · Sign in with an outside account',
    { answer: OidcStart, limit: 'signIn' },
  )
  async begin(input: OidcProviderRef, caller: Caller, @Binding() cookie: OidcCookie): Promise<OidcStart> {
    return cookie.keep(await this.oidc.begin(input, caller));
  }

  /** Where providers send the browser back to; goes on to the web client. */
  @Route.get(
    'sign-in/oidc/callback',
    Oidc.arrive,
    anyone,
    'Quay về từ nơi đăng nhập bên ngoài · Back from the outside provider',
    { input: OidcCallbackQuery, status: 303, limit: 'signIn' },
  )
  async arrive(_input: object, caller: Caller, @Binding() cookie: OidcCookie): Promise<OidcArrival> {
    const arrival = await this.oidc.arrive({ query: cookie.query, browserSecret: cookie.read() }, caller);
    cookie.goTo(arrival.path);
    return arrival;
  }

  @Route.post(
    'sign-in/oidc',
    Oidc.finish,
    anyone,
    'Hoàn tất đăng nhập bên ngoài · Finish signing in with an outside account',
    { input: OidcFinish, answer: SignInAnswer, limit: 'signIn' },
  )
  async finish(
    { code }: OidcFinish,
    caller: Caller,
    @Cookie() cookie: RefreshCookie,
    @Binding() binding: OidcCookie,
  ): Promise<SignInAnswer> {
    const step = await this.oidc.finish({ code, browserSecret: binding.read() }, caller);
    return cookie.answer(step);
  }

  @Route.get(
    'account/oidc',
    Oidc.links,
    signedIn,
    'Tài khoản bên ngoài đã liên kết · Linked outside accounts',
  )
  links(input: Nothing, caller: Caller): Promise<OidcLinkList> {
    return this.oidc.links(input, caller);
  }

  @Route.post(
    'account/oidc/providers/:providerId',
    Oidc.beginLink,
    signedIn,
    'Liên kết tài khoản bên ngoài · Link an outside account',
    { answer: OidcStart, limit: 'signIn' },
  )
  async beginLink(input: OidcProviderRef, caller: Caller, @Binding() cookie: OidcCookie): Promise<OidcStart> {
    return cookie.keep(await this.oidc.beginLink(input, caller));
  }

  @Route.delete('account/oidc/:linkId', Oidc.unlink, signedIn, 'Bỏ liên kết · Unlink an outside account')
  unlink(input: OidcLinkRef, caller: Caller): Promise<void> {
    return this.oidc.unlink(input, caller);
  }
}

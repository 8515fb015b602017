import type { Caller } from '@diemcau/contracts/core/caller';
import { Failure } from '@diemcau/contracts/core/failure';
import { Nothing } from '@diemcau/contracts/core/page';
import {
  type CurrentUser,
  sessionErrors,
  Sessions,
  SessionsClient,
  SignedIn,
  type SignedOut,
  SignIn,
  type SessionTokens,
} from '@diemcau/contracts/identity/sessions';
import { Controller } from '@nestjs/common';
import { anyone, signedIn } from '../edge/auth/access.js';
import { Route } from '../edge/http/route.js';
import { Cookie, RefreshCookie } from './refresh-cookie.js';

@Controller()
export class SessionsController {
  constructor(private readonly sessions: SessionsClient) {}

  @Route.post('sessions', Sessions.signIn, anyone, 'Đăng nhập · Sign in', {
    status: 201,
    answer: SignedIn,
    limit: 'signIn',
  })
  async signIn(input: SignIn, caller: Caller, @Cookie() cookie: RefreshCookie): Promise<SignedIn> {
    return keep(await this.sessions.signIn(input, caller), cookie);
  }

  /** The cookie is the input: rotated, and the same successor again for tabs that ask within 20 s. */
  @Route.post('sessions/refresh', Sessions.refresh, anyone, 'Gia hạn phiên · Renew the session', {
    input: Nothing,
    answer: SignedIn,
    limit: 'signIn',
  })
  async refresh(_input: Nothing, caller: Caller, @Cookie() cookie: RefreshCookie): Promise<SignedIn> {
    try {
      return keep(await this.sessions.refresh({ refreshToken: cookie.read() }, caller), cookie);
    } catch (error) {
      if (error instanceof Failure && error.is(sessionErrors.ended)) cookie.drop();
      throw error;
    }
  }

  @Route.delete('sessions/current', Sessions.signOut, anyone, 'Đăng xuất · Sign out', { input: Nothing })
  async signOut(_input: Nothing, caller: Caller, @Cookie() cookie: RefreshCookie): Promise<SignedOut> {
    const signedOut = await this.sessions.signOut({ refreshToken: cookie.read() }, caller);
    cookie.drop();
    return signedOut;
  }

  @Route.delete('sessions', Sessions.signOutEverywhere, signedIn, 'Đăng xuất mọi nơi · Sign out everywhere')
  async signOutEverywhere(
    input: Nothing,
    caller: Caller,
    @Cookie() cookie: RefreshCookie,
  ): Promise<SignedOut> {
    const signedOut = await this.sessions.signOutEverywhere(input, caller);
    cookie.drop();
    return signedOut;
  }

  @Route.get('me', Sessions.me, signedIn, 'Tài khoản của tôi · My account')
  me(input: Nothing, caller: Caller): Promise<CurrentUser> {
    return this.sessions.me(input, caller);
  }
}

/** The refresh token goes into the cookie and nowhere else. */
function keep({ refreshToken, refreshExpiresAt, ...rest }: SessionTokens, cookie: RefreshCookie): SignedIn {
  cookie.keep(refreshToken, refreshExpiresAt);
  return rest;
}

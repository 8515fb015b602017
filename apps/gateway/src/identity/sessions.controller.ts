import type { Caller } from '@diemcau/contracts/core/caller';
import { Failure } from '@diemcau/contracts/core/failure';
import { Nothing } from '@diemcau/contracts/core/page';
import {
  type CurrentUser,
  sessionErrors,
  type SessionList,
  SessionOfUser,
  SessionRef,
  Sessions,
  SessionsClient,
  SessionsOfUser,
  SignedIn,
  type SignedOut,
  SignIn,
  SignInAnswer,
} from '@diemcau/contracts/identity/sessions';
import { Controller } from '@nestjs/common';
import { anyone, mayDo, signedIn } from '../edge/auth/access.js';
import { Route } from '../edge/http/route.js';
import { Cookie, RefreshCookie } from './refresh-cookie.js';

@Controller()
export class SessionsController {
  constructor(private readonly sessions: SessionsClient) {}

  /** Either a session at once, or what is still missing: a second factor, a password of one's own. */
  @Route.post('sessions', Sessions.signIn, anyone, 'Đăng nhập · Sign in', {
    status: 201,
    answer: SignInAnswer,
    limit: 'signIn',
  })
  async signIn(input: SignIn, caller: Caller, @Cookie() cookie: RefreshCookie): Promise<SignInAnswer> {
    return cookie.answer(await this.sessions.signIn(input, caller));
  }

  /** The cookie is the input: rotated, and the same successor again for tabs that ask within 20 s. */
  @Route.post('sessions/refresh', Sessions.refresh, anyone, 'Gia hạn phiên · Renew the session', {
    input: Nothing,
    answer: SignedIn,
    limit: 'signIn',
  })
  async refresh(_input: Nothing, caller: Caller, @Cookie() cookie: RefreshCookie): Promise<SignedIn> {
    try {
      return cookie.keep(await this.sessions.refresh({ refreshToken: cookie.read() }, caller));
    } catch (error) {
      if (error instanceof Failure && error.is(sessionErrors.ended)) cookie.drop();
      throw error;
    }
  }

  @Route.get('sessions', Sessions.list, signedIn, 'Các phiên đăng nhập của tôi · Where I am signed in')
  list(input: Nothing, caller: Caller): Promise<SessionList> {
    return this.sessions.list(input, caller);
  }

  @Route.delete('sessions/current', Sessions.signOut, anyone, 'Đăng xuất · Sign out', { input: Nothing })
  async signOut(_input: Nothing, caller: Caller, @Cookie() cookie: RefreshCookie): Promise<SignedOut> {
    const signedOut = await this.sessions.signOut({ refreshToken: cookie.read() }, caller);
    cookie.drop();
    return signedOut;
  }

  @Route.delete(
    'sessions/others',
    Sessions.endOthers,
    signedIn,
    'Đăng xuất mọi nơi khác · Sign out everywhere else',
  )
  endOthers(input: Nothing, caller: Caller): Promise<SignedOut> {
    return this.sessions.endOthers(input, caller);
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

  @Route.delete('sessions/:sessionId', Sessions.end, signedIn, 'Kết thúc một phiên · End one session')
  end(input: SessionRef, caller: Caller): Promise<SignedOut> {
    return this.sessions.end(input, caller);
  }

  @Route.get(
    'users/:userId/sessions',
    Sessions.listOf,
    mayDo('sessions.read'),
    'Các phiên của một người · Where somebody is signed in',
  )
  listOf(input: SessionsOfUser, caller: Caller): Promise<SessionList> {
    return this.sessions.listOf(input, caller);
  }

  @Route.delete(
    'users/:userId/sessions',
    Sessions.endAllOf,
    mayDo('sessions.end'),
    'Kết thúc mọi phiên của một người · Sign somebody out everywhere',
  )
  endAllOf(input: SessionsOfUser, caller: Caller): Promise<SignedOut> {
    return this.sessions.endAllOf(input, caller);
  }

  @Route.delete(
    'users/:userId/sessions/:sessionId',
    Sessions.endOf,
    mayDo('sessions.end'),
    'Kết thúc một phiên của một người · End one session of somebody',
  )
  endOf(input: SessionOfUser, caller: Caller): Promise<SignedOut> {
    return this.sessions.endOf(input, caller);
  }

  @Route.get('me', Sessions.me, signedIn, 'Tài khoản của tôi · My account')
  me(input: Nothing, caller: Caller): Promise<CurrentUser> {
    return this.sessions.me(input, caller);
  }
}

import type { Caller, UserCaller } from '@diemcau/contracts/core/caller';
import type { Handlers } from '@diemcau/contracts/core/contract';
import { commonFailures, Failure } from '@diemcau/contracts/core/failure';
import type { Nothing } from '@diemcau/contracts/core/page';
import {
  type CurrentUser,
  RefreshSession,
  type Revocations,
  RevocationsQuery,
  type SessionList,
  SessionOfUser,
  SessionRef,
  Sessions,
  SessionsOfUser,
  type SessionTokens,
  type SignedOut,
  SignIn,
  type SignInStep,
} from '@diemcau/contracts/identity/sessions';
import { Handles } from '@diemcau/service/bus/handles';
import { Controller } from '@nestjs/common';
import { RightsService } from '../grants/rights.service.js';
import { SignInService } from '../sign-in/sign-in.service.js';
import { EndingService } from './ending.service.js';
import { ListingService } from './listing.service.js';
import { SessionsService } from './sessions.service.js';

function signedIn(caller: Caller): UserCaller {
  if (caller.kind !== 'user') throw new Failure(commonFailures.signInNeeded);
  return caller;
}

@Controller()
export class SessionsHandlers implements Handlers<typeof Sessions> {
  constructor(
    private readonly signing: SignInService,
    private readonly sessions: SessionsService,
    private readonly listing: ListingService,
    private readonly ending: EndingService,
    private readonly rights: RightsService,
  ) {}

  @Handles(Sessions.signIn) async signIn(input: SignIn): Promise<SignInStep> {
    return this.signing.signIn(input);
  }

  @Handles(Sessions.refresh) async refresh({ refreshToken }: RefreshSession): Promise<SessionTokens> {
    return this.sessions.refresh(refreshToken);
  }

  @Handles(Sessions.signOut) async signOut({ refreshToken }: RefreshSession): Promise<SignedOut> {
    return { ended: await this.ending.ofToken(refreshToken) };
  }

  @Handles(Sessions.signOutEverywhere) async signOutEverywhere(
    _input: Nothing,
    caller: Caller,
  ): Promise<SignedOut> {
    return { ended: await this.ending.everywhere(signedIn(caller).userId, caller) };
  }

  @Handles(Sessions.endOthers) async endOthers(_input: Nothing, caller: Caller): Promise<SignedOut> {
    return { ended: await this.ending.others(signedIn(caller)) };
  }

  @Handles(Sessions.list) async list(_input: Nothing, caller: Caller): Promise<SessionList> {
    return { items: await this.listing.own(signedIn(caller)) };
  }

  @Handles(Sessions.end) async end({ sessionId }: SessionRef, caller: Caller): Promise<SignedOut> {
    return { ended: await this.listing.endOwn(sessionId, signedIn(caller)) };
  }

  @Handles(Sessions.listOf) async listOf({ userId }: SessionsOfUser, caller: Caller): Promise<SessionList> {
    return { items: await this.listing.ofUser(userId, caller) };
  }

  @Handles(Sessions.endOf) async endOf(input: SessionOfUser, caller: Caller): Promise<SignedOut> {
    return { ended: await this.listing.endOfUser(input.userId, input.sessionId, caller) };
  }

  @Handles(Sessions.endAllOf) async endAllOf({ userId }: SessionsOfUser, caller: Caller): Promise<SignedOut> {
    return { ended: await this.listing.endAllOfUser(userId, caller) };
  }

  @Handles(Sessions.me) async me(_input: Nothing, caller: Caller): Promise<CurrentUser> {
    const { userId, sessionId } = signedIn(caller);
    return this.sessions.current(userId, sessionId);
  }

  @Handles(Sessions.revokedSince) async revokedSince(
    { since }: RevocationsQuery,
    caller: Caller,
  ): Promise<Revocations> {
    if (caller.kind !== 'service') throw new Failure(commonFailures.notAllowed);
    return {
      sessionIds: await this.ending.endedSince(new Date(since)),
      rights: await this.rights.changedSince(new Date(since)),
    };
  }
}

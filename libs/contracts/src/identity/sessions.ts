import { ClientOf, contract, takes } from '../core/contract.js';
import { failures } from '../core/failure.js';
import { Flag, Id, Ids, Instant, Int, ListOf, Part, Secret, Text, TextsOf } from '../core/fields.js';
import { facts } from '../core/messages.js';
import { Nothing } from '../core/page.js';
import type { Permission } from './permissions.js';

export class SignIn {
  /** 1–100 characters, case does not matter. */
  @Text({ max: 100, example: 'quan-tri' }) userName: string;
  /** As typed, 1–200 characters. */
  @Secret({ max: 200 }) password: string;
}

export class GrantView {
  /** Key of the role: `teacher`, or the id of one that the province defined. */
  @Text({ max: 60 }) role: string;
  @Id() unitId: string;
  @Text({ max: 200 }) unitName: string;
  /** Also everything below the unit. */
  @Flag() subtree: boolean;
}

export class CurrentUser {
  @Id() id: string;
  @Text({ max: 100 }) userName: string;
  @Text({ max: 120 }) displayName: string;
  @Id() unitId: string;
  @Id() provinceId: string;
  @ListOf(() => GrantView, { max: 200 }) grants: GrantView[];
  /** What the grants permit somewhere: what an interface need not show is not in it. */
  @TextsOf({ max: 100, each: 60 }) permissions: Permission[];
}

/** What the service gives; the edge keeps the refresh token in an httpOnly cookie and hands on {@link SignedIn}. */
export class SessionTokens {
  @Text({ max: 8000 }) accessToken: string;
  @Instant() accessExpiresAt: string;
  @Text({ max: 200 }) refreshToken: string;
  @Instant() refreshExpiresAt: string;
  @Part(() => CurrentUser) user: CurrentUser;
}

export class SignedIn {
  /** JWT (HS256, audience `diemcau`), 10 minutes; kept in memory only. */
  @Text({ max: 8000 }) accessToken: string;
  @Instant() accessExpiresAt: string;
  @Part(() => CurrentUser) user: CurrentUser;
}

export class RefreshSession {
  @Secret({ max: 200 }) refreshToken: string;
}

export class RevocationsQuery {
  @Instant() since: string;
}

/** From now on tokens of the user with an older version are refused. */
export class RightsVersion {
  @Id() userId: string;
  @Int({ min: 1, max: 2_000_000_000 }) version: number;
}

export class Revocations {
  @Ids({ max: 100_000 }) sessionIds: string[];
  @ListOf(() => RightsVersion, { max: 100_000 }) rights: RightsVersion[];
}

export class SessionsEnded {
  @Id() userId: string;
  @Ids({ max: 1000 }) sessionIds: string[];
}

export class RightsChanged {
  @ListOf(() => RightsVersion, { max: 1000 }) users: RightsVersion[];
}

export class SignedOut {
  /** How many sign-in sessions this ended. */
  @Int({ min: 0, max: 100_000 }) ended: number;
}

export const Sessions = contract('identity.sessions', {
  signIn: takes(SignIn).gives(SessionTokens),
  refresh: takes(RefreshSession).gives(SessionTokens),
  signOut: takes(RefreshSession).gives(SignedOut),
  /** Ends every session of the caller (I6). */
  signOutEverywhere: takes(Nothing).gives(SignedOut),
  me: takes(Nothing).gives(CurrentUser),
  /** For an edge that starts: which sessions ended, and whose rights changed, while access tokens may still be running. */
  revokedSince: takes(RevocationsQuery).gives(Revocations),
});
export class SessionsClient extends ClientOf(Sessions) {}

export const SessionFacts = facts('identity.sessions', {
  ended: SessionsEnded,
  rightsChanged: RightsChanged,
});

export const sessionErrors = failures('sessions', {
  wrong: {
    status: 401,
    vi: 'Tên đăng nhập hoặc mật khẩu chưa đúng',
    en: 'The user name or the password is not right',
  },
  locked: {
    status: 403,
    vi: 'Tài khoản đang bị khoá; xin liên hệ cán bộ quản trị đơn vị',
    en: 'This account is locked; please ask the operator of your unit',
  },
  slowDown: {
    status: 429,
    vi: 'Sai quá nhiều lần; xin đợi rồi thử lại',
    en: 'Too many failed attempts; please wait and try again',
  },
  ended: { status: 401, vi: 'Phiên đăng nhập đã hết', en: 'The sign-in session has ended' },
});

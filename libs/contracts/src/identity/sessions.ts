import { ClientOf, contract, takes } from '../core/contract.js';
import { failures } from '../core/failure.js';
import { Flag, Id, Ids, Instant, Int, ListOf, OneOf, Part, Secret, Text } from '../core/fields.js';
import { facts } from '../core/messages.js';
import { Nothing } from '../core/page.js';
import { roles, type Role } from './roles.js';

export class SignIn {
  /** 1–100 characters, case does not matter. */
  @Text({ max: 100, example: 'quan-tri' }) userName: string;
  /** As typed, 1–200 characters. */
  @Secret({ max: 200 }) password: string;
}

export class GrantView {
  @OneOf(roles) role: Role;
  @Id() unitId: string;
  @Text({ max: 200 }) unitName: string;
  /** Also everything below the unit. */
  @Flag() subtree: boolean;
}

export class CurrentUser {
  @Id() id: string;
  @Text({ max: 100 }) userName: string;
  @Text({ max: 120 }) displayName: string;
  @ListOf(() => GrantView, { max: 200 }) grants: GrantView[];
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

export class EndedSessionsQuery {
  @Instant() since: string;
}

export class EndedSessions {
  @Ids({ max: 100_000 }) sessionIds: string[];
}

export class SessionsEnded {
  @Id() userId: string;
  @Ids({ max: 1000 }) sessionIds: string[];
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
  /** For an edge that starts: which sessions ended while their access tokens may still be running. */
  endedSince: takes(EndedSessionsQuery).gives(EndedSessions),
});
export class SessionsClient extends ClientOf(Sessions) {}

export const SessionFacts = facts('identity.sessions', { ended: SessionsEnded });

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

import { ClientOf, contract, takes } from '../core/contract.js';
import { failures } from '../core/failure.js';
import {
  Flag,
  Id,
  Ids,
  Instant,
  Int,
  ListOf,
  OneOf,
  Part,
  Secret,
  SomeOf,
  Text,
  TextsOf,
} from '../core/fields.js';
import { facts } from '../core/messages.js';
import { Nothing } from '../core/page.js';
import { type Permission, permissions } from './permissions.js';

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
  @SomeOf(permissions) permissions: Permission[];
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

export const challengeKinds = ['newPassword', 'totp', 'passkey', 'enrolSecondFactor'] as const;
export type ChallengeKind = (typeof challengeKinds)[number];
/** What somebody has to prove to be who they are, besides a password. */
export const secondFactorWays = ['totp', 'passkey', 'recoveryCode'] as const;
export type SecondFactorWay = (typeof secondFactorWays)[number];

/** What is still missing before there is a session. Each has a route of its own below `/sign-in`. */
export class Challenge {
  /**
   * `newPassword`: choose one, the secret typed was an initial one. `totp`, `passkey`: a second factor of the account, as
   * {@link ways} says. `enrolSecondFactor`: the province demands one and the account has none yet.
   */
  @OneOf(challengeKinds) kind: ChallengeKind;
  /** Good for one step, 10 minutes, this account. */
  @Text({ max: 100 }) token: string;
  @Instant() expiresAt: string;
  /** What the account can answer a second factor with; empty for the other kinds. */
  @SomeOf(secondFactorWays) ways: SecondFactorWay[];
  /** Fewest characters of a new password; null where none is to be chosen. */
  @Int({ min: 8, max: 64, nullable: true }) passwordMinLength: number | null;
}

/** What the service answers to every step of signing in: one of the two is null. */
export class SignInStep {
  @Part(() => SessionTokens, { nullable: true }) tokens: SessionTokens | null;
  @Part(() => Challenge, { nullable: true }) challenge: Challenge | null;
  /** Shown once, to who has just enrolled a first second factor; else null. */
  @TextsOf({ max: 10, each: 20, nullable: true }) recoveryCodes: string[] | null;
}

/** What the edge answers: a session, or what is still missing. */
export class SignInAnswer {
  @Part(() => SignedIn, { nullable: true }) session: SignedIn | null;
  @Part(() => Challenge, { nullable: true }) challenge: Challenge | null;
  /** Shown once, to who has just enrolled a first second factor; else null. */
  @TextsOf({ max: 10, each: 20, nullable: true }) recoveryCodes: string[] | null;
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

export const deviceKinds = ['computer', 'phone', 'tablet', 'program', 'unknown'] as const;
export type DeviceKind = (typeof deviceKinds)[number];
export const networks = ['internal', 'internet', 'unknown'] as const;
/** `internal`: a private or local address, mạng nội bộ. There is no table of places: which town it is nobody here knows. */
export type Network = (typeof networks)[number];
export const signInWays = ['password', 'passkey', 'oidc', 'invitation'] as const;
/** What the sign-in began with. */
export type SignInWay = (typeof signInWays)[number];

export class Device {
  @OneOf(deviceKinds) kind: DeviceKind;
  /** `Chrome 143`; null when the program did not say. */
  @Text({ max: 60, nullable: true }) browser: string | null;
  /** `Windows 10`; null when the program did not say. */
  @Text({ max: 60, nullable: true }) system: string | null;
}

/** Where and how somebody is signed in. */
export class SessionView {
  @Id() id: string;
  @Part(() => Device) device: Device;
  /** As last seen; null for sessions of before this was kept. */
  @Text({ max: 60, nullable: true }) address: string | null;
  @OneOf(networks) network: Network;
  @OneOf(signInWays) way: SignInWay;
  @Instant() startedAt: string;
  /** When it was last renewed; a browser in use renews every 8 minutes. */
  @Instant() lastSeenAt: string;
  @Instant() expiresAt: string;
  /** The one that asks. */
  @Flag() current: boolean;
}
export class SessionList {
  /** Those not ended, last seen first. */
  @ListOf(() => SessionView, { max: 200 }) items: SessionView[];
}
export class SessionRef {
  @Id() sessionId: string;
}
export class SessionsOfUser {
  @Id() userId: string;
}
export class SessionOfUser extends SessionsOfUser {
  @Id() sessionId: string;
}

export const Sessions = contract('identity.sessions', {
  signIn: takes(SignIn).gives(SignInStep),
  refresh: takes(RefreshSession).gives(SessionTokens),
  signOut: takes(RefreshSession).gives(SignedOut),
  /** Ends every session of the caller (I6). */
  signOutEverywhere: takes(Nothing).gives(SignedOut),
  /** Ends every session of the caller but the one that asks. */
  endOthers: takes(Nothing).gives(SignedOut),
  /** The caller's own sessions. */
  list: takes(Nothing).gives(SessionList),
  /** Ends one of the caller's own. */
  end: takes(SessionRef).gives(SignedOut),
  /** Needs `sessions.read` over the person's unit. */
  listOf: takes(SessionsOfUser).gives(SessionList),
  /** Needs `sessions.end` over the person's unit. */
  endOf: takes(SessionOfUser).gives(SignedOut),
  /** As {@link endOf}, all of them. */
  endAllOf: takes(SessionsOfUser).gives(SignedOut),
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
  notFound: { status: 404, vi: 'Không tìm thấy phiên đăng nhập', en: 'There is no such sign-in session' },
});

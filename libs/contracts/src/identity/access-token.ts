import type { Rights, UserCaller } from '../core/caller.js';

/** How access tokens are signed (by identity) and checked (by the edge), both with ACCESS_TOKEN_SECRET. */
export const accessToken = {
  /** The only one accepted: a token that names another is refused. */
  algorithm: 'HS256',
  issuer: 'diemcau',
  audience: 'diemcau',
  /** Seconds from `iat` to `exp`. */
  lifeS: 600,
  /** Most grants one token carries, so that it stays within a header's size. */
  maxGrants: 50,
} as const;

/** What an access token says besides `iss`, `aud`, `iat` and `exp`. */
export interface AccessTokenClaims extends Rights {
  /** The user's id. */
  readonly sub: string;
  /** The sign-in session's id: once ended, its tokens are refused though they have not run out (I6). */
  readonly sid: string;
  /** The version of the user's rights: once they changed, older tokens are refused (I6). */
  readonly rv: number;
}

/** Who speaks with a token whose signature, times, issuer and audience have been checked. */
export const callerOf = ({ sub, sid, rv, grants, roles }: AccessTokenClaims): UserCaller => ({
  kind: 'user',
  userId: sub,
  sessionId: sid,
  rightsVersion: rv,
  grants,
  roles,
});

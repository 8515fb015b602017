import type { UserCaller } from '@diemcau/contracts/core/caller';
import { accessToken, type AccessTokenClaims, callerOf } from '@diemcau/contracts/identity/access-token';
import { Injectable } from '@nestjs/common';
import jwt from 'jsonwebtoken';
import { GatewayConfig } from '../../config.js';

export interface Verified {
  readonly caller: UserCaller;
  /** Unix time in ms. */
  readonly expiresAt: number;
}

/** Tokens remembered as verified; the longest known is forgotten first. */
const remembered = 10_000;

/** Checks access tokens; each once, as the signature costs more than the rest of a request at the edge. */
@Injectable()
export class AccessTokens {
  private readonly verified = new Map<string, Verified>();

  constructor(private readonly config: GatewayConfig) {}

  /** Null when it is forged, foreign or has run out; what was revoked since is not asked here. */
  verify(token: string, now = Date.now()): Verified | null {
    const known = this.verified.get(token) ?? this.check(token, now);
    if (known && known.expiresAt > now) return known;
    this.verified.delete(token);
    return null;
  }

  private check(token: string, now: number): Verified | null {
    try {
      const claims = jwt.verify(token, this.config.accessTokenSecret, {
        algorithms: [accessToken.algorithm],
        issuer: accessToken.issuer,
        audience: accessToken.audience,
        clockTimestamp: Math.floor(now / 1000),
      }) as AccessTokenClaims & { exp: number };
      return this.remember(token, { caller: callerOf(claims), expiresAt: claims.exp * 1000 });
    } catch (error) {
      if (error instanceof jwt.JsonWebTokenError) return null;
      throw error;
    }
  }

  private remember(token: string, verified: Verified): Verified {
    this.verified.set(token, verified);
    if (this.verified.size > remembered) {
      const [oldest] = this.verified.keys();
      if (oldest !== undefined) this.verified.delete(oldest);
    }
    return verified;
  }
}

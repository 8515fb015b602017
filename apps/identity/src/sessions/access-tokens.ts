import { accessToken, type AccessTokenClaims } from '@diemcau/contracts/identity/access-token';
import { Injectable, Logger } from '@nestjs/common';
import jwt from 'jsonwebtoken';
import { createSecretKey, type KeyObject } from 'node:crypto';
import { IdentityConfig } from '../config.js';
import type { ActiveUser } from '../users/users.service.js';

@Injectable()
export class AccessTokens {
  private readonly log = new Logger(AccessTokens.name);

  /** Made once: the library would try the text as a private key each time before it takes it for a secret. */
  private readonly key: KeyObject;

  constructor(config: IdentityConfig) {
    this.key = createSecretKey(config.accessTokenSecret, 'utf8');
  }

  sign(sessionId: string, user: ActiveUser): { accessToken: string; accessExpiresAt: string } {
    const issuedAtS = Math.floor(Date.now() / 1000);
    const expiresAtS = Math.min(issuedAtS + accessToken.lifeS, endOf(user));
    const claims = { ...this.claimsOf(sessionId, user), iat: issuedAtS, exp: expiresAtS };
    const { algorithm, issuer, audience } = accessToken;
    return {
      accessToken: jwt.sign(claims, this.key, { algorithm, issuer, audience }),
      accessExpiresAt: new Date(expiresAtS * 1000).toISOString(),
    };
  }

  private claimsOf(sessionId: string, { view, rights, rightsVersion }: ActiveUser): AccessTokenClaims {
    const grants = rights.grants.slice(0, accessToken.maxGrants);
    if (grants.length < rights.grants.length) {
      this.log.warn({ userId: view.id }, 'only the widest grants fit into the access token');
    }
    return { sub: view.id, sid: sessionId, rv: rightsVersion, grants, roles: rights.roles };
  }
}

/** A token does not outlive a grant that it carries, in seconds since 1970. */
const endOf = ({ rightsUntil }: ActiveUser): number =>
  rightsUntil === null ? Infinity : Math.ceil(rightsUntil.getTime() / 1000);

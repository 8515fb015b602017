import { accessToken, type AccessTokenClaims } from '@diemcau/contracts/identity/access-token';
import type { CurrentUser } from '@diemcau/contracts/identity/sessions';
import { Injectable, Logger } from '@nestjs/common';
import jwt from 'jsonwebtoken';
import { IdentityConfig } from '../config.js';

@Injectable()
export class AccessTokens {
  private readonly log = new Logger(AccessTokens.name);

  constructor(private readonly config: IdentityConfig) {}

  sign(sessionId: string, { id, grants }: CurrentUser): { accessToken: string; accessExpiresAt: string } {
    if (grants.length > accessToken.maxGrants) {
      this.log.warn(
        { userId: id, grants: grants.length },
        'only the widest grants fit into the access token',
      );
    }
    const claims: AccessTokenClaims = {
      sub: id,
      sid: sessionId,
      grants: grants
        .slice(0, accessToken.maxGrants)
        .map(({ role, unitId, subtree }) => ({ role, unitId, subtree })),
    };
    const issuedAtS = Math.floor(Date.now() / 1000);
    return {
      accessToken: jwt.sign({ ...claims, iat: issuedAtS }, this.config.accessTokenSecret, {
        algorithm: accessToken.algorithm,
        issuer: accessToken.issuer,
        audience: accessToken.audience,
        expiresIn: accessToken.lifeS,
      }),
      accessExpiresAt: new Date((issuedAtS + accessToken.lifeS) * 1000).toISOString(),
    };
  }
}

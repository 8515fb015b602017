import { type MirrorClaims, mirrorToken } from '@diemcau/contracts/media/mirror-token';
import type { MirrorTicket } from '@diemcau/contracts/meetings/checks-own';
import jwt from 'jsonwebtoken';
import { createSecretKey, randomUUID } from 'node:crypto';

/** What a site's test of sound and picture is for: a result shows it for nothing else. */
export const subjectOfCheck = (occurrenceId: string, siteId: string, attempt: number): string =>
  `check:${occurrenceId}:${siteId}:${attempt}`;

/** Signs what media lets in by; it asks nobody. */
export function mirrorTicket(secret: string, roomId: string, subject: string): MirrorTicket {
  const { algorithm, issuer, audience, lifeS } = mirrorToken;
  const iat = Math.floor(Date.now() / 1000);
  const claims: MirrorClaims = { jti: randomUUID(), roomId, subject };
  const ticket = jwt.sign({ ...claims, iat, exp: iat + lifeS }, createSecretKey(Buffer.from(secret)), {
    algorithm,
    issuer,
    audience,
  });
  return { ticket, expiresAt: new Date((iat + lifeS) * 1000).toISOString() };
}

import { randomUUID } from 'node:crypto';
import type { TicketClaims } from '@diemcau/contracts/meetings/lobby';
import { ticketToken } from '@diemcau/contracts/meetings/ticket';
import jwt from 'jsonwebtoken';

/**
 * A ticket as meetings would sign it.
 * @param secret the system's TICKET_SECRET
 */
export function signTicket(
  secret: string,
  claims: Pick<TicketClaims, 'roomId' | 'peerId'> & Partial<TicketClaims>,
): string {
  const { algorithm, issuer, audience, lifeS } = ticketToken;
  const whole: TicketClaims = {
    jti: randomUUID(),
    name: `Điểm cầu ${claims.peerId.slice(0, 8)}`,
    unitName: null,
    host: false,
    signIn: null,
    ...claims,
  };
  return jwt.sign(whole, secret, { algorithm, issuer, audience, expiresIn: lifeS });
}

import { Failure } from '@diemcau/contracts/core/failure';
import { liveErrors } from '@diemcau/contracts/media/room';
import type { TicketClaims } from '@diemcau/contracts/meetings/lobby';
import { ticketToken } from '@diemcau/contracts/meetings/ticket';
import { Revocations } from '@diemcau/service/auth/revocations';
import { Jobs } from '@diemcau/service/jobs/jobs';
import { Injectable, Logger } from '@nestjs/common';
import jwt from 'jsonwebtoken';
import { createSecretKey, type KeyObject } from 'node:crypto';
import { DataSource } from 'typeorm';
import { MediaConfig } from '../config.js';

/** Tickets are verified here, asking nobody: the signature says who may enter which room, a row that it happened once. */
@Injectable()
export class TicketsService {
  private readonly log = new Logger(TicketsService.name);
  /** Of text the library would make a key at every call, and try a public one first. */
  private readonly key: KeyObject;

  constructor(
    private readonly database: DataSource,
    private readonly revocations: Revocations,
    { ticketSecret }: MediaConfig,
    jobs: Jobs,
  ) {
    this.key = createSecretKey(Buffer.from(ticketSecret));
    jobs.every('forget-used-tickets', '17 * * * *', () => this.forgetExpired());
  }

  /** @throws Failure ticketInvalid, ticketExpired, ticketForeign */
  verify(ticket: string, roomId: string): TicketClaims & { readonly expiresAt: Date } {
    const { claims, expiresAt } = this.read(ticket);
    if (claims.roomId !== roomId) throw this.refused('ticketForeign', roomId);
    // A fresh one is given to who is still signed in.
    if (claims.signIn && this.revocations.of(claims.signIn)) throw this.refused('ticketExpired', roomId);
    return { ...claims, expiresAt };
  }

  /** @throws Failure ticketUsed for a ticket that has let somebody in before */
  async use({ jti, expiresAt, roomId }: { jti: string; expiresAt: Date; roomId: string }): Promise<void> {
    const rows = (await this.database.query(
      'INSERT INTO used_ticket (jti, expires_at) VALUES ($1, $2) ON CONFLICT DO NOTHING RETURNING jti',
      [jti, expiresAt],
    )) as unknown[];
    if (rows.length === 0) throw this.refused('ticketUsed', roomId);
  }

  private read(ticket: string): { claims: TicketClaims; expiresAt: Date } {
    try {
      const { issuer, audience, algorithm } = ticketToken;
      const payload = jwt.verify(ticket, this.key, {
        algorithms: [algorithm],
        issuer,
        audience,
      });
      if (typeof payload === 'string' || payload.exp === undefined) throw this.refused('ticketInvalid');
      return { claims: payload as jwt.JwtPayload & TicketClaims, expiresAt: new Date(payload.exp * 1000) };
    } catch (error) {
      if (error instanceof jwt.TokenExpiredError) throw this.refused('ticketExpired');
      if (error instanceof jwt.JsonWebTokenError) throw this.refused('ticketInvalid');
      throw error;
    }
  }

  private refused(
    why: 'ticketInvalid' | 'ticketExpired' | 'ticketForeign' | 'ticketUsed',
    roomId?: string,
  ): Failure {
    this.log.warn({ why, roomId }, 'a ticket was refused');
    return new Failure(liveErrors[why]);
  }

  private async forgetExpired(): Promise<void> {
    await this.database.query(`DELETE FROM used_ticket WHERE expires_at < now() - interval '5 minutes'`);
  }
}

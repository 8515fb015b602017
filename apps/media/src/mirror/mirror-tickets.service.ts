import { Failure } from '@diemcau/contracts/core/failure';
import { mirrorErrors } from '@diemcau/contracts/media/mirror';
import { type MirrorClaims, mirrorToken } from '@diemcau/contracts/media/mirror-token';
import { Injectable, Logger } from '@nestjs/common';
import jwt from 'jsonwebtoken';
import { createSecretKey, type KeyObject } from 'node:crypto';
import { DataSource } from 'typeorm';
import { MediaConfig } from '../config.js';

export interface MirrorTicketRead extends MirrorClaims {
  readonly expiresAt: Date;
}

/** Tickets to a mirror: the signature says for which test, a row that it let in once. */
@Injectable()
export class MirrorTicketsService {
  private readonly log = new Logger(MirrorTicketsService.name);
  private readonly key: KeyObject;

  constructor(
    private readonly database: DataSource,
    { ticketSecret }: MediaConfig,
  ) {
    this.key = createSecretKey(Buffer.from(ticketSecret));
  }

  /** @throws Failure `mirror.ticketInvalid` */
  read(ticket: string): MirrorTicketRead {
    const { issuer, audience, algorithm } = mirrorToken;
    try {
      const claims = jwt.verify(ticket, this.key, { algorithms: [algorithm], issuer, audience });
      if (typeof claims === 'object' && claims.exp !== undefined) {
        const { jti, roomId, subject } = claims as Partial<MirrorClaims>;
        if (jti && roomId && subject) return { jti, roomId, subject, expiresAt: new Date(claims.exp * 1000) };
      }
    } catch (error) {
      if (!(error instanceof jwt.JsonWebTokenError)) throw error;
    }
    this.log.warn('a ticket to a mirror was refused');
    throw new Failure(mirrorErrors.ticketInvalid);
  }

  /** @throws Failure `mirror.ticketUsed` for one that has opened a mirror before, here or on another node */
  async use({ jti, expiresAt, roomId }: MirrorTicketRead): Promise<void> {
    const rows = await this.database.query<unknown[]>(
      'INSERT INTO used_ticket (jti, expires_at) VALUES ($1, $2) ON CONFLICT DO NOTHING RETURNING jti',
      [jti, expiresAt],
    );
    if (rows.length > 0) return;
    this.log.warn({ roomId }, 'a ticket to a mirror was shown again');
    throw new Failure(mirrorErrors.ticketUsed);
  }
}

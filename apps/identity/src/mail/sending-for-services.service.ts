import type { Caller } from '@diemcau/contracts/core/caller';
import { commonFailures, Failure } from '@diemcau/contracts/core/failure';
import type { CalendarPart, SendMail } from '@diemcau/contracts/identity/mail';
import { SecretBox } from '@diemcau/service/secrets/secret-box';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { randomUUID } from 'node:crypto';
import { DataSource } from 'typeorm';
import { IdentityConfig } from '../config.js';
import { addressIn, filledIn } from './calendar-part.js';
import { calendarPurposeOf, purposeOf } from './sealed.js';

interface Addressee {
  readonly email: string;
  readonly provinceId: string;
}

/** Takes what other services write, each key once; {@link SendingJob} sends it as any other mail. */
@Injectable()
export class SendingForServicesService {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly box: SecretBox,
    private readonly config: IdentityConfig,
  ) {}

  /** @returns null for somebody without an address, or who has left */
  async send({ key, userId, subject, text, calendar }: SendMail, caller: Caller): Promise<string | null> {
    if (caller.kind !== 'service') throw new Failure(commonFailures.notAllowed);
    const [user] = await this.database.query<Addressee[]>(
      `SELECT email, province_id AS "provinceId" FROM users
       WHERE id = $1 AND email IS NOT NULL AND state <> 'disabled'`,
      [userId],
    );
    if (!user) return null;
    const id = randomUUID();
    await this.database.query(
      `INSERT INTO mails (id, province_id, user_id, kind, state, recipient, subject, sealed_text, sealed_calendar,
                          calendar_method, key)
       VALUES ($1, $2, $3, 'meeting', $4, $5, $6, $7, $8, $9, $10) ON CONFLICT (key) DO NOTHING`,
      [
        id,
        user.provinceId,
        userId,
        this.config.smtpUrl === '' ? 'kept' : 'queued',
        user.email,
        subject,
        this.box.seal(purposeOf(id), text),
        calendar ? this.sealed(id, calendar, user.email) : null,
        calendar?.method ?? null,
        key,
      ],
    );
    const [kept] = await this.database.query<{ id: string }[]>('SELECT id FROM mails WHERE key = $1', [key]);
    return kept?.id ?? null;
  }

  private sealed(mailId: string, { ics }: CalendarPart, email: string): Buffer {
    const organizer = addressIn(this.config.mailFrom);
    return this.box.seal(calendarPurposeOf(mailId), filledIn(ics, { organizer, attendee: email }));
  }
}

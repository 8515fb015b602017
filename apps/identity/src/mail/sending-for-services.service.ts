import type { Caller } from '@diemcau/contracts/core/caller';
import { commonFailures, Failure } from '@diemcau/contracts/core/failure';
import type { CalendarPart, SendMail } from '@diemcau/contracts/identity/mail';
import { Jobs } from '@diemcau/service/jobs/jobs';
import { SecretBox } from '@diemcau/service/secrets/secret-box';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { randomUUID } from 'node:crypto';
import { DataSource } from 'typeorm';
import { IdentityConfig } from '../config.js';
import { addressIn, filledIn } from './calendar-part.js';
import { calendarPurposeOf, purposeOf } from './sealed.js';
import { sendJob } from './sending.job.js';
import { unregistered } from './unregistered.service.js';

interface Addressee {
  readonly email: string;
  readonly provinceId: string;
}
type Recipient = Pick<SendMail, 'userId' | 'entryId'>;

const withAccount = `
  SELECT email, province_id AS "provinceId" FROM users WHERE id = $1 AND email IS NOT NULL AND state <> 'disabled'`;
const ofRoster = `
  SELECT e.email, unit.province_id AS "provinceId" FROM ${unregistered} JOIN units unit ON unit.id = e.unit_id
  WHERE e.id = $1`;

/** Takes what other services write, each key once; {@link SendingJob} sends it as any other mail. */
@Injectable()
export class SendingForServicesService {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly box: SecretBox,
    private readonly config: IdentityConfig,
    private readonly jobs: Jobs,
  ) {}

  /**
   * @returns null for somebody without an address, or who has left
   * @throws Failure `common.invalid` unless it goes to an account or to somebody of the roster
   */
  async send({ key, subject, text, calendar, ...to }: SendMail, caller: Caller): Promise<string | null> {
    if (caller.kind !== 'service') throw new Failure(commonFailures.notAllowed);
    const recipient = await this.recipient(to);
    if (!recipient) return null;
    const id = randomUUID();
    await this.database.query(
      `INSERT INTO mails (id, province_id, user_id, entry_id, kind, state, recipient, subject, sealed_text,
                          sealed_calendar, calendar_method, key)
       VALUES ($1, $2, $3, $4, 'meeting', $5, $6, $7, $8, $9, $10, $11) ON CONFLICT (key) DO NOTHING`,
      [
        id,
        recipient.provinceId,
        to.userId ?? null,
        to.entryId ?? null,
        this.config.smtpUrl === '' ? 'kept' : 'queued',
        recipient.email,
        subject,
        this.box.seal(purposeOf(id), text),
        calendar ? this.sealed(id, calendar, recipient.email) : null,
        calendar?.method ?? null,
        key,
      ],
    );
    this.jobs.soon(sendJob);
    const [kept] = await this.database.query<{ id: string }[]>('SELECT id FROM mails WHERE key = $1', [key]);
    return kept?.id ?? null;
  }

  private async recipient({ userId, entryId }: Recipient): Promise<Addressee | undefined> {
    if ((userId === undefined) === (entryId === undefined)) {
      throw new Failure(commonFailures.invalid, {}, [{ path: 'userId', code: 'oneOf' }]);
    }
    const [found] = await this.database.query<Addressee[]>(userId === undefined ? ofRoster : withAccount, [
      userId ?? entryId,
    ]);
    return found;
  }

  private sealed(mailId: string, { ics }: CalendarPart, email: string): Buffer {
    const organizer = addressIn(this.config.mailFrom);
    return this.box.seal(calendarPurposeOf(mailId), filledIn(ics, { organizer, attendee: email }));
  }
}

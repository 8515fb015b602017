import type { CalendarMethod } from '@diemcau/contracts/identity/mail';
import { SecretBox } from '@diemcau/service/secrets/secret-box';
import { Jobs } from '@diemcau/service/jobs/jobs';
import { Injectable, Logger } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { createTransport, type Transporter } from 'nodemailer';
import { DataSource, type EntityManager } from 'typeorm';
import { IdentityConfig } from '../config.js';
import { messageOf } from './envelope.js';
import { calendarIn, purposeOf } from './sealed.js';

interface Due {
  readonly id: string;
  readonly recipient: string;
  readonly subject: string;
  readonly sealedText: Buffer;
  readonly sealedCalendar: Buffer | null;
  readonly method: CalendarMethod | null;
  readonly createdAt: Date;
  readonly attempts: number;
}

/** May be asked for sooner than its minute. */
export const sendJob = 'identity.mails.send';

const most = 50;
const mostAttempts = 8;
/** Minutes after the first failure; doubles with each. The last attempt comes some two hours after the first. */
const firstWaitMinutes = 1;
/** Days until text and address of a mail are purged. */
const keptDays = 7;

/** Sends what is due, again and again for some two hours, and forgets what mails said after a week. */
@Injectable()
export class SendingJob {
  private readonly log = new Logger(SendingJob.name);
  private transport: Transporter | undefined;

  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly box: SecretBox,
    private readonly config: IdentityConfig,
    jobs: Jobs,
  ) {
    jobs.every(sendJob, '* * * * *', () => this.send());
    jobs.every('identity.mails.purge', '41 * * * *', () => this.purge());
  }

  /** Without a mail server nothing is due. */
  async send(): Promise<void> {
    if (this.config.smtpUrl === '') return;
    for (let sent = 0; sent < most && (await this.sendOne()); sent += 1);
  }

  async purge(): Promise<void> {
    await this.database.query(
      `UPDATE mails SET state = 'purged', recipient = NULL, subject = NULL, sealed_text = NULL,
         sealed_calendar = NULL, calendar_method = NULL, problem = NULL
       WHERE state <> 'purged' AND created_at < now() - make_interval(days => $1)`,
      [keptDays],
    );
    await this.database.query(
      `DELETE FROM mails USING units LEFT JOIN province_settings settings ON settings.province_id = units.id
       WHERE units.id = mails.province_id AND mails.state = 'purged'
         AND mails.created_at < now() - make_interval(days => coalesce((stored->'retentionDays'->>'mails')::int, 30))`,
    );
  }

  /** The row stays locked while its mail is sent: another replica takes the next. A crash in between sends it again. */
  private async sendOne(): Promise<boolean> {
    return this.database.transaction(async (manager) => {
      const [due] = await manager.query<Due[]>(
        `SELECT id, recipient, subject, sealed_text AS "sealedText", sealed_calendar AS "sealedCalendar",
                calendar_method AS method, created_at AS "createdAt", attempts FROM mails
         WHERE state = 'queued' AND due_at <= now() ORDER BY due_at LIMIT 1 FOR UPDATE SKIP LOCKED`,
      );
      if (!due) return false;
      const problem = await this.attempt(due);
      if (problem === null) await this.sent(manager, due);
      else await this.failed(manager, due, problem);
      return true;
    });
  }

  private async attempt(due: Due): Promise<string | null> {
    const { id, recipient, subject, sealedText, createdAt } = due;
    this.transport ??= createTransport({
      url: this.config.smtpUrl,
      connectionTimeout: 5000,
      greetingTimeout: 5000,
      socketTimeout: 8000,
    });
    const text = this.box.open(purposeOf(id), sealedText);
    const calendar = calendarIn(this.box, due);
    const from = this.config.mailFrom;
    const envelope = { id, from, to: recipient, subject, text, date: createdAt, calendar };
    try {
      await this.transport.sendMail(messageOf(envelope));
      return null;
    } catch (error) {
      this.log.warn({ mailId: id }, 'a mail could not be sent');
      return (error instanceof Error ? error.message : String(error)).slice(0, 500);
    }
  }

  private async sent(manager: EntityManager, { id }: Due): Promise<void> {
    await manager.query(
      `UPDATE mails SET state = 'sent', sent_at = now(), attempts = attempts + 1, problem = NULL WHERE id = $1`,
      [id],
    );
  }

  private async failed(manager: EntityManager, { id, attempts }: Due, problem: string): Promise<void> {
    const state = attempts + 1 >= mostAttempts ? 'failed' : 'queued';
    await manager.query(
      `UPDATE mails SET state = $2, attempts = attempts + 1, problem = $3, due_at = now() + make_interval(mins => $4)
       WHERE id = $1`,
      [id, state, problem, firstWaitMinutes * 2 ** attempts],
    );
  }
}
